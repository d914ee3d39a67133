#include "model/decision.hpp"
#include "model/reconstruction.hpp"
