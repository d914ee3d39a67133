#include "timeline/instant.hpp"
#include "timeline/network.hpp"
#include "timeline/span.hpp"
#include "timeline/sun.hpp"
