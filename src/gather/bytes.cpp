#include "gather/bytes.hpp"

#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <filesystem>

#include "geo/error.hpp"

namespace retrace::gather {

void ByteStream::Close::operator()(void* file) const {
    VSIFCloseL(static_cast<VSILFILE*>(file));
}

ByteStream::ByteStream(const std::string& name) : file_(VSIFOpenL(name.c_str(), "rb")), name_(name) {
    if (!file_) throw Error(shownName(name) + " cannot be opened; check its name and its permissions");
}

std::size_t ByteStream::read(char* into, std::size_t most) {
    CPLErrorReset();
    const std::size_t got = VSIFReadL(into, 1, most, static_cast<VSILFILE*>(file_.get()));
    if (got < most && CPLGetLastErrorType() >= CE_Failure)
        throw Error(shownName(name_) + " cannot be read to its end; it is damaged, fetch it again");
    return got;
}

std::string headOf(const std::string& name, std::size_t most) {
    std::string head(most, '\0');
    head.resize(ByteStream(name).read(head.data(), head.size()));
    return head;
}

std::vector<std::string> filesInZip(const std::string& zip) {
    const std::string root = "/vsizip/" + zip;
    const CPLStringList entries(VSIReadDirRecursive(root.c_str()));
    std::vector<std::string> files;
    for (int i = 0; i < entries.size(); ++i)
        if (const std::string entry = entries[i]; !entry.empty() && entry.back() != '/')
            files.push_back(root + "/" + entry);
    return files;
}

std::string shownName(const std::string& name) {
    for (const char* archive : {"/vsizip/", "/vsigzip/"})
        if (name.starts_with(archive)) return name.substr(std::string(archive).size());
    return name;
}

}  // namespace retrace::gather
