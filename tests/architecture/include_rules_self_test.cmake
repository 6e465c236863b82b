# Plants one violation of each kind in a small tree and expects include_rules.cmake to name its file and line.
#
#   cmake -DWORK_FOLDER=<folder to be overwritten> -P include_rules_self_test.cmake

cmake_minimum_required(VERSION 3.25)

set(rules "${CMAKE_CURRENT_LIST_DIR}/include_rules.cmake")
set(tree "${WORK_FOLDER}/include_rules_tree")

# run_rules(OUTPUT SUCCEEDED): on a tree that keeps all rules except for the file `path` with `content`.
function(run_rules path content output succeeded)
    file(REMOVE_RECURSE "${tree}")
    file(WRITE "${tree}/gateway/base/result.h" "#pragma once\n#include <string>\n")
    file(WRITE "${tree}/gateway/config/provider.h"
        "#include <string>\n\n#include \"gateway/base/result.h\"\n#include \"gateway/translation/dialects/dialect_id.h\"\n")
    file(WRITE "${tree}/gateway/net/http/server.cpp" "#include <QTcpServer>\n#include \"gateway/base/result.h\"\n")
    file(WRITE "${tree}/gateway/pipeline/relay.cpp" "#include \"gateway/net/http/server.h\"\n")
    file(WRITE "${tree}/ui/page.cpp"
        "#include \"ui/page.h\"\n#include \"ui_page.h\"\n#include \"gateway/api/facade.h\"\n#include \"page.moc\"\n")
    file(WRITE "${tree}/app/paths.cpp" "#include <QStandardPaths>\n#include \"gateway/pipeline/relay.h\"\n#include \"ui/page.h\"\n")
    file(WRITE "${tree}/tests/ui/tst_page.cpp" "#include \"ui/page.h\"\n#include \"tst_page.moc\"\n")
    if(path)
        file(WRITE "${tree}/${path}" "${content}")
    endif()
    execute_process(COMMAND "${CMAKE_COMMAND}" -DROOT=${tree} -P "${rules}"
        RESULT_VARIABLE status OUTPUT_VARIABLE text ERROR_VARIABLE text)
    set(${output} "${text}" PARENT_SCOPE)
    set(${succeeded} FALSE PARENT_SCOPE)
    if(status EQUAL 0)
        set(${succeeded} TRUE PARENT_SCOPE)
    endif()
endfunction()

function(expect_problem path content expected)
    run_rules("${path}" "${content}" output succeeded)
    string(FIND "${output}" "${expected}" position)
    if(succeeded OR position EQUAL -1)
        message(SEND_ERROR "Expected \"${expected}\" for ${path}, got:\n${output}")
    endif()
    if(NOT output MATCHES "[^0-9]1 problems in")
        message(SEND_ERROR "Expected exactly one problem for ${path}, got:\n${output}")
    endif()
endfunction()

function(expect_clean path content expected)
    run_rules("${path}" "${content}" output succeeded)
    string(FIND "${output}" "${expected}" position)
    if(NOT succeeded OR position EQUAL -1)
        message(SEND_ERROR "Expected no problem but \"${expected}\" for ${path}, got:\n${output}")
    endif()
endfunction()

expect_clean("" "" "7 files keep the rules")
expect_clean("gateway/base/text.h" "// never #include \"ui/page.h\"\n#include <vector>\n" "8 files keep the rules")

expect_problem(gateway/base/clock.h "#pragma once\n\n#include \"gateway/api/facade.h\"\n"
    "gateway/base/clock.h:3: gateway/base may not include \"gateway/api/facade.h\"")
expect_problem(gateway/base/clock.h "// no #include \"gateway/api/facade.h\"\n#include \"gateway/api/facade.h\"\n"
    "gateway/base/clock.h:2:")
expect_problem(gateway/translation/codec.cpp "#include \"gateway/net/http/server.h\"\n" "gateway/translation/codec.cpp:1:")
expect_problem(gateway/config/route.h "#include \"gateway/translation/framing/sse_codec.h\"\n" "gateway/config/route.h:1:")
expect_problem(gateway/net/tap.h "#include \"gateway/base/result.h\"\n  #  include \"gateway/config/provider.h\"\n"
    "gateway/net/tap.h:2:")
expect_problem(gateway/storage/writer.cpp "#include \"gateway/net/http/server.h\"\n" "gateway/storage/writer.cpp:1:")
expect_problem(gateway/api/view.h "#include \"gateway/config/provider.h\"\n" "gateway/api/view.h:1:")
expect_problem(gateway/service/start.cpp "#include \"ui/page.h\"\n" "gateway/service/start.cpp:1:")
expect_problem(ui/table.cpp "#include \"gateway/storage/writer.h\"\n" "ui/table.cpp:1: ui may not include")
expect_problem(ui/table.cpp "#include \"app/paths.h\"\n" "ui/table.cpp:1: ui may not include")
expect_problem(tools/bench/load.cpp "#include \"gateway/base/result.h\"\n" "tools/bench/load.cpp:1:")
expect_problem(gateway/newcomer/thing.h "#pragma once\n" "gateway/newcomer/thing.h:1: its folder has no row")
expect_problem(ui/table.cpp "#include \"table.h\"\n" "ui/table.cpp:1: not a path from the root")
expect_problem(ui/table.cpp "#include <gateway/api/facade.h>\n" "ui/table.cpp:1: our own headers stand in quotes")
expect_problem(gateway/base/text.cpp "#include <string>\n#include <QString>\n" "gateway/base/text.cpp:2: gateway/base is free of Qt")
expect_problem(gateway/translation/text.cpp "#include <QtCore/QString>\n" "gateway/translation/text.cpp:1:")
expect_problem(ui/settings.cpp "\n\nauto path = QStandardPaths::writableLocation(x);\n" "ui/settings.cpp:3: only app uses QStandardPaths")

string(REPEAT "int line[2]; // \\ ]\n" 501 long_source)
expect_clean(ui/long.cpp "${long_source}" "warning: ui/long.cpp has 501 lines")
string(REPEAT "\n" 601 long_source)
expect_problem(ui/long.cpp "${long_source}" "ui/long.cpp:601: the file has more than 600 lines")
string(REPEAT "\n" 251 long_header)
expect_problem(ui/long.h "${long_header}" "ui/long.h:251: the file has more than 250 lines")
expect_clean(tests/ui/tst_long.cpp "${long_source}" "warning: tests/ui/tst_long.cpp has 601 lines")
