#include <algorithm>
#include <utility>

#include "document/anchoring.hpp"
#include "document/document.hpp"
#include "document/files.hpp"
#include "document/json.hpp"
#include "geo/error.hpp"

namespace retrace::document {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t textLimit = 2u << 20, documentLimit = 16u << 20, recordLimit = 64u << 20;

bool isDocument(const fs::path& path, std::string_view bytes) {
    std::string extension = path.extension().string();
    for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (extension == ".retrace") return true;
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != bytes.npos && bytes[first] == '{' &&
           bytes.substr(0, 400).find("\"retrace-document\"") != bytes.npos;
}

/// The first line where it is short and no sentence, else the file's name.
std::string titleOf(const text::Source& source, const std::string& otherwise) {
    constexpr std::size_t most = 120;
    if (source.paragraphs.empty()) return otherwise;
    const text::Paragraph& first = source.paragraphs.front();
    const std::u32string_view letters =
        std::u32string_view(source.letters).substr(first.begin, first.end - first.begin);
    std::u32string_view line = letters.substr(0, letters.find_first_of(U"\r\n"));
    while (!line.empty() && line.back() == U' ') line.remove_suffix(1);
    const bool sentence = !line.empty() && (line.back() == U'.' || line.back() == U',');
    return line.empty() || line.size() > most || sentence ? otherwise : text::utf8(line);
}

Opened bareText(const fs::path& path, const std::string& bytes) {
    const std::string id = path.filename().string();
    Opened opened;
    opened.folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    opened.texts.push_back(text::readSource(id, bytes));
    SourceRef source;
    source.id = id;
    source.path = path.filename();
    source.sha256 = sha256(bytes);
    source.title = opened.document.title = titleOf(opened.texts.front(), path.stem().string());
    opened.document.sources.push_back(std::move(source));
    return opened;
}

void readSources(Opened& opened, const std::string& name) {
    for (SourceRef& source : opened.document.sources) {
        const fs::path path = resolveInside(opened.folder, source.path, name);
        const std::string bytes = readFile(path, textLimit);
        const std::string hash = sha256(bytes);
        if (!source.sha256.empty() && source.sha256 != hash) {
            opened.notes.push_back(source.path.string() + " has changed since the document was saved");
        }
        source.sha256 = hash;
        opened.texts.push_back(text::readSource(source.id, bytes));
    }
}

void readRecords(Opened& opened, const std::string& name, const RecordReader& reader) {
    for (RecordRef& record : opened.document.records) {
        const fs::path path = resolveInside(opened.folder, record.path, name);
        const std::string bytes = readFile(path, recordLimit);
        const std::string hash = sha256(bytes);
        if (!record.sha256.empty() && record.sha256 != hash) {
            opened.notes.push_back(record.path.string() + " has changed since the document was saved");
        }
        record.sha256 = hash;
        for (model::RecordRow& row : reader ? reader(path) : parseRecord(bytes, path.filename().string())) {
            opened.record.push_back(std::move(row));
        }
    }
}

/// A file name that none of `taken` has: "words.txt", "words-2.txt", ...
std::string freeName(const std::string& wanted, std::vector<std::string>& taken) {
    const fs::path path(wanted);
    std::string name = wanted;
    for (int n = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++n) {
        name = path.stem().string() + "-" + std::to_string(n) + path.extension().string();
    }
    taken.push_back(name);
    return name;
}

bool sameFolder(const fs::path& a, const fs::path& b) {
    std::error_code failed;
    const bool same = fs::equivalent(a.empty() ? fs::path(".") : a, b.empty() ? fs::path(".") : b, failed);
    return same && !failed;
}

/// Puts the bytes beside a document; a file of that name with other bytes is left alone and another name
/// is taken. Returns the name.
std::string putBeside(const fs::path& folder, const std::string& wanted, const std::string& bytes,
                      std::vector<std::string>& taken) {
    while (true) {
        const std::string name = freeName(wanted, taken);
        std::error_code failed;
        if (!fs::exists(folder / name, failed)) {
            writeWhole(folder / name, bytes);
            return name;
        }
        if (fs::is_regular_file(folder / name, failed) && readFile(folder / name, recordLimit) == bytes) {
            return name;
        }
    }
}

}  // namespace

Opened open(const fs::path& path, const RecordReader& reader) {
    const std::string bytes = readFile(path, documentLimit);
    if (!isDocument(path, bytes)) return bareText(path, bytes.size() > textLimit ? readFile(path, textLimit) : bytes);
    ParsedDocument parsed = parseDocument(bytes, path);
    Opened opened;
    opened.path = path;
    opened.sha256 = sha256(bytes);
    opened.folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    opened.document = std::move(parsed.document);
    opened.notes = std::move(parsed.notes);
    readSources(opened, path.string());
    readRecords(opened, path.string(), reader);
    reanchor(opened.document, opened.texts, opened.record, opened.notes, opened.lost);
    return opened;
}

Opened fromText(std::string title, std::string utf8Text) {
    if (utf8Text.size() > textLimit) {
        throw Error("the pasted text: " + std::to_string(utf8Text.size()) + " bytes, more than the " +
                    std::to_string(textLimit) + " that are read; split it");
    }
    Opened opened;
    opened.texts.push_back(text::readSource("testimony.txt", utf8Text));
    SourceRef source;
    source.id = "testimony.txt";
    source.sha256 = sha256(utf8Text);
    source.title = opened.document.title = title.empty() ? titleOf(opened.texts.front(), "Untitled") : title;
    opened.document.sources.push_back(std::move(source));
    return opened;
}

void save(const Document& document, const fs::path& path) {
    for (const SourceRef& source : document.sources) {
        if (source.path.empty()) {
            throw Error(path.string() + ": the text '" + source.title +
                        "' has no file yet; save the document under a name, its text goes beside it");
        }
    }
    writeWhole(path, toJson(document));
}

Document saveAs(const Opened& opened, const Document& document, const fs::path& path) {
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const bool moves = !sameFolder(opened.folder, folder);
    Document saved = document;
    std::vector<std::string> taken = {path.filename().string()};
    for (SourceRef& source : saved.sources) {
        if (!source.path.empty() && !moves) continue;
        std::string bytes;
        const bool wordsOnly = source.path.empty();
        if (wordsOnly) {
            const auto text = std::find_if(opened.texts.begin(), opened.texts.end(),
                                           [&](const text::Source& s) { return s.id == source.id; });
            if (text == opened.texts.end())
                throw Error(source.id + ": its words are gone; begin from the text");
            bytes = text::utf8(text->letters);
        } else {
            bytes = readFile(resolveInside(opened.folder, source.path, path.string()), textLimit);
        }
        const fs::path wanted =
            wordsOnly ? fs::path(path.stem().string() + ".txt") : source.path.filename();
        source.path = putBeside(folder, wanted.string(), bytes, taken);
        // Words that changed on disk since they were read keep the old sum: the next opening tells.
        if (source.sha256.empty() || wordsOnly) source.sha256 = sha256(bytes);
    }
    for (RecordRef& record : saved.records) {
        if (!moves) continue;
        const std::string bytes =
            readFile(resolveInside(opened.folder, record.path, path.string()), recordLimit);
        record.path = putBeside(folder, record.path.filename().string(), bytes, taken);
        if (record.sha256.empty()) record.sha256 = sha256(bytes);
    }
    save(saved, path);
    return saved;
}

}  // namespace retrace::document
