#pragma once

#include <string>

#include "gather/columns.hpp"
#include "gather/intake.hpp"

namespace retrace::gather {

/// ',' ';' or a tab: what stands most often in the header, outside quotes.
[[nodiscard]] char separatorOf(std::string_view header);

/// CSV or TSV whose first line names the columns, Wikidata's results and Linked Places TSV among them. Throws
/// Error where no column is a name or none a position.
void readTable(const std::string& file, const ColumnChoice& choice, Intake& intake);

}  // namespace retrace::gather
