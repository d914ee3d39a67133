#include "reconstruct/reconstruct.hpp"
