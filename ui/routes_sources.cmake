# The Routes page and what only it uses.
target_sources(ui PRIVATE
    models/route_steps.cpp
    models/route_words.cpp
    models/routing_rule_model.cpp
    models/target_health_model.cpp
    pages/health_board_view.cpp
    pages/resilience_form.cpp
    pages/route_care_form.cpp
    pages/route_editor.cpp
    pages/route_editor_building.cpp
    pages/route_target_row.cpp
    pages/routes_page.cpp
    pages/routes_page_actions.cpp
    pages/simulator_pane.cpp
    widgets/expression_edit.cpp
    widgets/route_steps_view.cpp
    widgets/rule_delegate.cpp)
