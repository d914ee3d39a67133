#include "scene/scene.hpp"
#include "scene/story.hpp"
