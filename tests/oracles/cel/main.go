// Writes what cel-go makes of each expression of expressions.txt: tests/fixtures/cel/goldens.json.
//
// Run in this folder: go run . > ../../fixtures/cel/goldens.json
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"sort"
	"strings"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"
	"github.com/google/cel-go/ext"
)

// golden is one expression with what became of it. Value and Problem exclude each other.
type golden struct {
	Expression string `json:"expression"`
	Type       string `json:"type,omitempty"`
	Value      any    `json:"value,omitempty"`
	Phase      string `json:"phase,omitempty"`
	Problem    string `json:"problem,omitempty"`
	Offset     *int   `json:"offset,omitempty"`
	Message    string `json:"message,omitempty"`
}

// environment has the variables of a routing rule and a few more for types that those lack.
func environment() (*cel.Env, error) {
	options := []cel.EnvOption{
		ext.Strings(),
		cel.CrossTypeNumericComparisons(true),
		cel.ASTValidators(cel.ValidateRegexLiterals()),
	}
	for _, name := range []string{"model", "provider", "request_type", "virtual_key_id", "virtual_key_name", "team_id",
		"team_name", "customer_id", "customer_name", "complexity_tier"} {
		options = append(options, cel.Variable(name, cel.StringType))
	}
	for _, name := range []string{"budget_used", "tokens_used", "request"} {
		options = append(options, cel.Variable(name, cel.DoubleType))
	}
	for _, name := range []string{"headers", "params"} {
		options = append(options, cel.Variable(name, cel.MapType(cel.StringType, cel.StringType)))
	}
	options = append(options,
		cel.Variable("any", cel.DynType),
		cel.Variable("any_list", cel.ListType(cel.DynType)),
		cel.Variable("count", cel.IntType),
		cel.Variable("flags", cel.MapType(cel.StringType, cel.BoolType)),
		cel.Variable("names", cel.ListType(cel.StringType)))
	return cel.NewEnv(options...)
}

func variables() map[string]any {
	return map[string]any{
		"model": "gpt-4o", "provider": "openai", "request_type": "chat_completion",
		"virtual_key_id": "vk-1", "virtual_key_name": "laptop", "team_id": "team-1", "team_name": "Platform",
		"customer_id": "", "customer_name": "", "complexity_tier": "SIMPLE",
		"budget_used": 79.5, "tokens_used": 0.0, "request": 120.0,
		"headers": map[string]string{"x-team": "alpha", "user-agent": "claude-cli/2.0", "accept": "*/*", "x-größe": "süß"},
		"params":  map[string]string{"tier": "gold", "n": "3"},
		"any":     int64(7), "any_list": []any{int64(1), 2.5, "three", true, nil},
		"count": int64(3), "flags": map[string]bool{"on": true, "off": false},
		"names": []string{"ada", "grace", "edsger"},
	}
}

func quoted(text string) string {
	return "\"" + strings.ReplaceAll(strings.ReplaceAll(text, "\\", "\\\\"), "\"", "\\\"") + "\""
}

// rendered writes a value so that it can be compared without JSON's loss of types: 1, 1u, 1.0 and "1" differ.
func rendered(value ref.Val) string {
	switch v := value.(type) {
	case types.Null:
		return "null"
	case types.Bool:
		return fmt.Sprint(bool(v))
	case types.Int:
		return fmt.Sprint(int64(v))
	case types.Uint:
		return fmt.Sprint(uint64(v)) + "u"
	case types.Double:
		if math.IsInf(float64(v), 1) {
			return "double +Inf"
		}
		return "double " + fmt.Sprintf("%g", float64(v))
	case types.String:
		return quoted(string(v))
	case types.Bytes:
		return "base64 " + base64.StdEncoding.EncodeToString(v)
	case *types.Type:
		return "type " + v.TypeName()
	}
	if list, isList := value.(traits.Lister); isList {
		parts := []string{}
		for it := list.Iterator(); it.HasNext() == types.True; {
			parts = append(parts, rendered(it.Next()))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	if table, isMap := value.(traits.Mapper); isMap {
		parts := []string{}
		for it := table.Iterator(); it.HasNext() == types.True; {
			key := it.Next()
			parts = append(parts, rendered(key)+": "+rendered(table.Get(key)))
		}
		sort.Strings(parts)
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return fmt.Sprintf("? %T %v", value, value)
}

// problemOf sorts a message into the classes that the evaluator under test has. The first fragment that fits decides.
func problemOf(message string) string {
	for _, class := range [][2]string{
		{"Syntax error", "syntax"},
		{"undeclared reference", "undeclared_reference"},
		{"found no matching overload", "no_matching_overload"},
		{"expected type 'bool' but found", "no_matching_overload"},
		{"is not a type", "undeclared_reference"},
		{"does not support field selection", "type_mismatch"},
		{"cannot be range of a comprehension", "type_mismatch"},
		{"invalid argument to has() macro", "macro_misuse"},
		{"argument must be a simple name", "macro_misuse"},
		{"argument is not an identifier", "macro_misuse"},
		{"invalid matches argument", "invalid_regex"},
		{"error parsing regexp", "invalid_regex"},
		{"invalid int literal", "syntax"},
		{"invalid uint literal", "syntax"},
		{"invalid double literal", "syntax"},
		{"unable to unescape", "syntax"},
		{"invalid unicode", "syntax"},
		{"reserved identifier", "syntax"},
		{"unsupported syntax", "syntax"},
		{"no such key", "no_such_key"},
		{"no such overload", "no_such_overload"},
		{"unsupported index", "no_such_overload"},
		{"invalid qualifier type", "no_such_overload"},
		{"expected iterable type", "no_such_overload"},
		{"join: invalid input", "invalid_argument"},
		{"index out of bounds", "index_out_of_range"},
		{"index out of range", "index_out_of_range"},
		{"division by zero", "division_by_zero"},
		{"divide by zero", "division_by_zero"},
		{"modulus by zero", "division_by_zero"},
		{"overflow", "overflow"},
		{"range error converting", "overflow"},
		{"type conversion error", "conversion"},
		{"invalid UTF-8", "conversion"},
		{"NaN values cannot be ordered", "invalid_argument"},
		{"invalid substring range", "invalid_argument"},
	} {
		if strings.Contains(message, class[0]) {
			return class[1]
		}
	}
	return "? " + message
}

// byteOffset turns the column of cel-go, in code points of one line, into bytes of the expression.
func byteOffset(expression string, line, column int) int {
	lines := strings.SplitAfter(expression, "\n")
	offset := 0
	for index := 0; index < line-1 && index < len(lines); index++ {
		offset += len(lines[index])
	}
	runes := []rune(lines[line-1])
	if column > len(runes) {
		column = len(runes)
	}
	return offset + len(string(runes[:column]))
}

func judge(env *cel.Env, expression string) golden {
	result := golden{Expression: expression}
	ast, issues := env.Compile(expression)
	if issues != nil && issues.Err() != nil {
		first := issues.Errors()[0]
		offset := byteOffset(expression, first.Location.Line(), first.Location.Column())
		result.Phase, result.Problem, result.Message = "compile", problemOf(first.Message), first.Message
		result.Offset = &offset
		return result
	}
	result.Type = ast.OutputType().String()
	program, err := env.Program(ast)
	if err != nil {
		result.Phase, result.Problem, result.Message = "compile", problemOf(err.Error()), err.Error()
		return result
	}
	value, _, err := program.Eval(variables())
	if err != nil {
		result.Phase, result.Problem, result.Message = "evaluate", problemOf(err.Error()), err.Error()
		return result
	}
	result.Value = rendered(value)
	return result
}

// unescaped lets a line of the list hold what a line cannot: ⏎ is a line end, ␍ a carriage return.
func unescaped(line string) string {
	return strings.NewReplacer("⏎", "\n", "␍", "\r").Replace(line)
}

func main() {
	env, err := environment()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	list, err := os.Open("expressions.txt")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer list.Close()
	goldens := []golden{}
	for scanner := bufio.NewScanner(list); scanner.Scan(); {
		line := scanner.Text()
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		goldens = append(goldens, judge(env, unescaped(line)))
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(goldens); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
