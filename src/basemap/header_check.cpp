#include "basemap/ground.hpp"
