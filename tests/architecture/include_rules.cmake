# Checks every include and the size of every file against docs/architecture.md.
#
#   cmake -DROOT=<source folder> -P include_rules.cmake
#
# Prints each offending line as file:line and fails if there is one.

cmake_minimum_required(VERSION 3.25)

# Lines at which a file is named, and at which it fails: split it by noun before it gets there.
set(cpp_warn_above 500)
set(cpp_fail_above 600)
set(h_warn_above 200)
set(h_fail_above 250)

set(folders)

# may_include(FOLDER what ...): files below FOLDER may include their own folder and everything below the named folders
# and files. The longest folder that fits a file decides; a folder without a row is an error, so that a new one is
# placed on purpose.
function(may_include folder)
    list(APPEND folders "${folder}")
    set(folders "${folders}" PARENT_SCOPE)
    string(MAKE_C_IDENTIFIER "${folder}" key)
    set(allowed_${key} "${folder}" ${ARGN} PARENT_SCOPE)
endfunction()

# Libraries, from the bottom up (section on targets and directions).
may_include(gateway/base)
may_include(gateway/translation gateway/base)
may_include(gateway/config gateway/base gateway/translation/dialects/dialect_id.h)
may_include(gateway/net gateway/base)
may_include(gateway/storage gateway/base gateway/config gateway/secrets)
may_include(gateway/secrets gateway/base gateway/config gateway/storage)
may_include(gateway/api gateway/base)
may_include(gateway/routing/cel gateway/base gateway/translation/json/utf8.h)
may_include(gateway/routing/rules gateway/base gateway/config gateway/routing/cel)
# The core knows all of the gateway.
foreach(part access admin governance metering pipeline routing service)
    may_include(gateway/${part} gateway)
endforeach()
may_include(ui gateway/api gateway/base)
may_include(app ui gateway)
# Tools of the developer share nothing with what they measure or stand in for.
may_include(tools/bench)
may_include(tools/demo_provider)
# Measures the codecs where they are.
may_include(tools/translation_cost gateway/base gateway/translation)
# Measures the decision about a virtual key where it is made.
may_include(tools/key_lookup gateway)
may_include(tests app ui gateway tools)

# Targets without Qt: no <QString>, no <QtGlobal>, no <QtCore/...>.
set(folders_without_qt gateway/base gateway/translation gateway/config gateway/metering
    gateway/routing/cel gateway/routing/rules)

# Where data lives is decided once, in app; tests may switch Qt to its test locations.
set(folders_with_standard_paths app tests)

set(problem_count 0)

function(report_problem file line text)
    message("${file}:${line}: ${text}")
    math(EXPR count "${problem_count} + 1")
    set(problem_count ${count} PARENT_SCOPE)
endfunction()

# The number of the first line that contains `text`, or that follows a line end with which `text` begins.
function(find_line content text result)
    string(FIND "${content}" "${text}" position)
    string(SUBSTRING "${content}" 0 ${position} before)
    string(REGEX MATCHALL "\n" line_ends "${before}")
    list(LENGTH line_ends count)
    math(EXPR count "${count} + 1")
    if(text MATCHES "^\n")
        math(EXPR count "${count} + 1")
    endif()
    set(${result} ${count} PARENT_SCOPE)
endfunction()

function(is_below path folder result)
    cmake_path(IS_PREFIX folder "${path}" is_prefix)
    set(${result} ${is_prefix} PARENT_SCOPE)
endfunction()

function(is_below_any path candidates result)
    set(${result} FALSE PARENT_SCOPE)
    foreach(candidate IN LISTS candidates)
        is_below("${path}" "${candidate}" fits)
        if(fits)
            set(${result} TRUE PARENT_SCOPE)
        endif()
    endforeach()
endfunction()

function(find_row file result)
    set(best "")
    string(LENGTH "${best}" best_length)
    foreach(folder IN LISTS folders)
        is_below("${file}" "${folder}" fits)
        string(LENGTH "${folder}" length)
        if(fits AND length GREATER best_length)
            set(best "${folder}")
            set(best_length ${length})
        endif()
    endforeach()
    set(${result} "${best}" PARENT_SCOPE)
endfunction()

# What is made at build time has no folder: moc output, resources, headers of .ui forms.
function(is_generated include result)
    set(${result} FALSE PARENT_SCOPE)
    if(include MATCHES "^[A-Za-z0-9_]+\\.moc$|^(moc|qrc)_[A-Za-z0-9_]+\\.cpp$|^ui_[A-Za-z0-9_]+\\.h$")
        set(${result} TRUE PARENT_SCOPE)
    endif()
endfunction()

# One include of `file`; sets `text` to what is wrong with it, or to nothing.
function(check_include file row quote include result)
    set(${result} "" PARENT_SCOPE)
    set(is_ours FALSE)
    if(include MATCHES "^(app|tools|gateway|tests|ui)/")
        set(is_ours TRUE)
    endif()
    if(quote STREQUAL "<")
        if(is_ours)
            set(${result} "our own headers stand in quotes: <${include}>" PARENT_SCOPE)
        endif()
        is_below_any("${file}" "${folders_without_qt}" must_be_without_qt)
        if(must_be_without_qt AND include MATCHES "^Q[A-Z]|^Qt|^qt")
            set(${result} "${row} is free of Qt, but includes <${include}>" PARENT_SCOPE)
        endif()
        return()
    endif()
    if(NOT is_ours)
        is_generated("${include}" generated)
        if(NOT generated)
            set(${result} "not a path from the root of the project: \"${include}\"" PARENT_SCOPE)
        endif()
        return()
    endif()
    string(MAKE_C_IDENTIFIER "${row}" key)
    is_below_any("${include}" "${allowed_${key}}" allowed)
    if(NOT allowed)
        set(${result} "${row} may not include \"${include}\"" PARENT_SCOPE)
    endif()
endfunction()

function(check_includes file content row)
    string(REGEX MATCHALL "(^|\n)[ \t]*#[ \t]*include[ \t]*[\"<][^\">\n]+" directives "${content}")
    foreach(directive IN LISTS directives)
        string(REGEX MATCH "([\"<])([^\"<]+)$" ignored "${directive}")
        set(quote "${CMAKE_MATCH_1}")
        check_include("${file}" "${row}" "${quote}" "${CMAKE_MATCH_2}" text)
        if(text)
            find_line("${content}" "${directive}" line)
            report_problem("${file}" ${line} "${text}")
        endif()
    endforeach()
    set(problem_count ${problem_count} PARENT_SCOPE)
endfunction()

function(check_standard_paths file content)
    is_below_any("${file}" "${folders_with_standard_paths}" may_use)
    if(NOT may_use AND content MATCHES "(<QStandardPaths>|QStandardPaths::[a-zA-Z]+)")
        set(use "${CMAKE_MATCH_1}")
        find_line("${content}" "${use}" line)
        report_problem("${file}" ${line} "only app uses QStandardPaths: ${use}")
    endif()
    set(problem_count ${problem_count} PARENT_SCOPE)
endfunction()

function(check_size file content)
    string(REGEX MATCHALL "\n" line_ends "${content}")
    list(LENGTH line_ends count)
    cmake_path(GET file EXTENSION LAST_ONLY extension)
    string(SUBSTRING "${extension}" 1 -1 kind)
    # A long list of test cases is not a growing centre; it is only named.
    if(count GREATER ${kind}_fail_above AND NOT file MATCHES "^tests/")
        report_problem("${file}" ${count} "the file has more than ${${kind}_fail_above} lines; split it")
    elseif(count GREATER ${kind}_warn_above)
        message("warning: ${file} has ${count} lines (${${kind}_warn_above} is the rule)")
    endif()
    set(problem_count ${problem_count} PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE files RELATIVE "${ROOT}" LIST_DIRECTORIES false
    "${ROOT}/app/*.h" "${ROOT}/app/*.cpp" "${ROOT}/tools/*.h" "${ROOT}/tools/*.cpp"
    "${ROOT}/gateway/*.h" "${ROOT}/gateway/*.cpp" "${ROOT}/tests/*.h" "${ROOT}/tests/*.cpp"
    "${ROOT}/ui/*.h" "${ROOT}/ui/*.cpp")
list(LENGTH files file_count)
if(file_count EQUAL 0)
    message(FATAL_ERROR "No sources below \"${ROOT}\".")
endif()

foreach(file IN LISTS files)
    file(READ "${ROOT}/${file}" content)
    find_row("${file}" row)
    if(row)
        check_includes("${file}" "${content}" "${row}")
    else()
        report_problem("${file}" 1 "its folder has no row in tests/architecture/include_rules.cmake")
    endif()
    check_standard_paths("${file}" "${content}")
    check_size("${file}" "${content}")
endforeach()

if(problem_count GREATER 0)
    message(FATAL_ERROR "${problem_count} problems in ${file_count} files")
endif()
message(STATUS "${file_count} files keep the rules")
