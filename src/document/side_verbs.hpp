#pragma once

#include "document/arguments.hpp"
#include "document/document.hpp"

#include <string>

namespace retrace::document {

// The verbs about parties to the fighting. A document that names none has the two that the words tell of.

void setSide(Document&, const Arguments&);
void forgetSide(Document&, const Arguments&);
/// Throws Error where the document has no side of that name; an empty name is none.
void requireSide(const Document&, const Arguments&, const std::string& name);

}  // namespace retrace::document
