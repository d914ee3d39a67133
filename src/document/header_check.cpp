#include "document/document.hpp"
#include "document/history.hpp"
#include "document/verbs.hpp"
