#include "ui/panels.hpp"
