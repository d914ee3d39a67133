#pragma once

#include "typeset/faces.hpp"
#include "typeset/typeset.hpp"

namespace retrace::typeset {

struct Fonts::Faces {
    FaceChain chain;
};

}  // namespace retrace::typeset
