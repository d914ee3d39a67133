#include "text/reading.hpp"
#include "text/source.hpp"
