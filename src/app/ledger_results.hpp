#pragma once

#include "app/case.hpp"

#include <string>

namespace retrace::app {

/// What other sources say to each statement, in the formats of `retrace ledger`.
[[nodiscard]] std::string ledgerText(const Case&);
[[nodiscard]] std::string ledgerJson(const Case&);
[[nodiscard]] std::string ledgerCsv(const Case&);

/// The counts, and each statement that is contradicted, as notes of `retrace check`; none without a record.
[[nodiscard]] std::vector<model::Finding> ledgerFindings(const Case&);
/// The findings with those behind them: what `retrace check` tells.
[[nodiscard]] std::vector<model::Finding> checked(const Case&);
/// "3 statements agree with other sources, 2 are contradicted, ...".
[[nodiscard]] std::string ledgerSum(const compare::Ledger&);

}  // namespace retrace::app
