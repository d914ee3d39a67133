# How every target is compiled.
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

option(RETRACE_WARNINGS_AS_ERRORS "Stop at the first warning" OFF)
option(RETRACE_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
option(RETRACE_COVERAGE "Count executed lines" OFF)
option(RETRACE_FUZZ "Fuzz targets search for themselves (Clang's libFuzzer) instead of running their corpus" OFF)

find_program(CCACHE ccache)
if(CCACHE)
  # Precompiled headers and other folders with the same sources (a second clone) find their objects again.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} ${CCACHE} CACHE STRING "")
endif()

add_library(retrace_settings INTERFACE)
target_compile_features(retrace_settings INTERFACE cxx_std_20)
target_compile_options(retrace_settings INTERFACE
  -Wall -Wextra
  -Wshadow              # a hidden name is a bug waiting for its reader
  -Wnon-virtual-dtor
  -Wold-style-cast      # casts that can be searched for
  -Woverloaded-virtual
  -Wno-missing-field-initializers   # values are made with designated initialisers
  $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>   # ccache reads precompiled headers with it
  -ffp-contract=off     # the same figures on every processor, so the same pictures
  $<$<BOOL:${RETRACE_WARNINGS_AS_ERRORS}>:-Werror>)
if(RETRACE_SANITIZE)
  target_compile_options(retrace_settings INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(retrace_settings INTERFACE -fsanitize=address,undefined)
endif()
if(RETRACE_FUZZ)
  target_compile_options(retrace_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(RETRACE_COVERAGE)
  target_compile_options(retrace_settings INTERFACE --coverage -O0)
  target_link_options(retrace_settings INTERFACE --coverage)
endif()
