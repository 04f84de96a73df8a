# cmake -DINPUT=file -DOUTPUT=file.cpp -DHEADER=task_agent/... -DNAMESPACE=a::b -DFUNCTION=name -P embed_text.cmake
# Writes a source file with a function that returns the bytes of a text file.
file(READ ${INPUT} bytes HEX)
string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
get_filename_component(name ${INPUT} NAME)
file(WRITE ${OUTPUT} "// Made from ${name} when the program was built.
#include \"${HEADER}\"

namespace ${NAMESPACE} {
namespace {

constexpr unsigned char bytes[] = {
${bytes}
};

}  // namespace

std::string_view ${FUNCTION}() noexcept {
    return {reinterpret_cast<char const*>(bytes), sizeof bytes};
}

}  // namespace ${NAMESPACE}
")
