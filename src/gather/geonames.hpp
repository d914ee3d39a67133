#pragma once

#include <map>
#include <string>

#include "gather/intake.hpp"

namespace retrace::gather {

/// English names of first-level divisions by "SY.11".
using RegionNames = std::map<std::string, std::string>;

/// Adds those of admin1CodesASCII.txt.
void readGeoNamesRegions(const std::string& file, RegionNames& names, Intake& intake);
/// Adds those that a dump holds itself as rows of the class ADM1.
void findRegionRows(const std::string& dump, RegionNames& names);
/// A dump of 19 columns: SY.txt, allCountries.txt, cities500.txt.
void readGeoNames(const std::string& file, const RegionNames& regions, Intake& intake);
/// alternateNamesV2.txt or alternateNames.txt: more names of places by their ids. Links, post codes and
/// airport codes are left out; Wikidata ids become same-as ids; colloquial and historic names weigh less.
void readGeoNamesNames(const std::string& file, Intake& intake);

}  // namespace retrace::gather
