# retrace_room(NAME USES rooms... LINKS libraries...): one folder of src/ as one static library.
function(retrace_room name)
  cmake_parse_arguments(ROOM "" "" "USES;LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  add_library(retrace_${name} STATIC ${sources})
  set_target_properties(retrace_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(retrace_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  list(TRANSFORM ROOM_USES PREPEND retrace_)
  target_link_libraries(retrace_${name} PUBLIC ${ROOM_USES} PRIVATE ${ROOM_LINKS} retrace_settings)
  target_precompile_headers(retrace_${name} PRIVATE
    <algorithm> <cmath> <functional> <map> <optional> <string> <string_view> <variant> <vector>)
endfunction()
