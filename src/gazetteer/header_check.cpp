#include "gazetteer/gazetteer.hpp"
#include "gazetteer/spelling.hpp"
