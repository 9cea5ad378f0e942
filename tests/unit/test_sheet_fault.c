/* What libxslt says of a stylesheet, in Chinese. */

#include "fixture.h"

#include <CUnit/CUnit.h>

#include "7_forms/sheet_fault.h"

static void says_it_in_chinese(void)
{
    static const struct { const char *said, *zh; } cases[] = {
        { "runtime error: file jixiao:/stylesheets/a.xsl line 7 eleme"
            "nt b\nVariable 'v' has not been declared.\n",
            "stylesheets/a.xsl:7: 没有名为“v”的变量" },
        { "xmlXPathCompOpEval: function f not found\nUnregistered fun"
            "ction\nruntime error: file jixiao:/stylesheets/a.xsl line "
            "7 element b\nFailed to evaluate the expression of variable"
            " 'k'.\n",
            "stylesheets/a.xsl:7: 没有名为“f”的函数" },
        { "Undefined namespace prefix\nruntime error: file jixiao:/st"
            "ylesheets/a.xsl line 7 element b\nFailed to evaluate the e"
            "xpression of variable 'k'.\n",
            "stylesheets/a.xsl:7: 表达式里的前缀没有用 xmlns 定义" },
        { "Invalid number of arguments\nruntime error: file jixiao:/s"
            "tylesheets/a.xsl line 7 element b\nFailed to evaluate the "
            "expression of variable 'k'.\n",
            "stylesheets/a.xsl:7: 函数的参数个数不对" },
        { "Invalid type\nruntime error: file jixiao:/stylesheets/a.xs"
            "l line 7 element b\nFailed to evaluate the expression of v"
            "ariable 'k'.\n",
            "stylesheets/a.xsl:7: 函数或运算要的是另一种值，多半应为节"
            "点集" },
        { "Invalid expression\ncompilation error: file jixiao:/styles"
            "heets/a.xsl line 7 element b\nXSLT-variable: Failed to com"
            "pile the XPath expression 'a[[@b = 'c']'.\n",
            "stylesheets/a.xsl:7: XPath 表达式“a[[@b = 'c']”写得不对" },
        { "Invalid expression\ncompilation error: file jixiao:/styles"
            "heets/a.xsl line 7 element b\nXSLT-with-param: Failed to c"
            "ompile select expression 'a['\n",
            "stylesheets/a.xsl:7: XPath 表达式“a[”写得不对" },
        { "compilation error: file jixiao:/stylesheets/a.xsl line 7 e"
            "lement b\nxsl:value-of : could not compile select expressi"
            "on 'a['\n",
            "stylesheets/a.xsl:7: XPath 表达式“a[”写得不对" },
        { "error\nxsltCompileStepPattern : ']' expected\ncompilation "
            "error: file jixiao:/stylesheets/a.xsl line 7 element b\nxs"
            "ltCompilePattern : failed to compile 's:set['\n",
            "stylesheets/a.xsl:7: 模式“s:set[”写得不对" },
        { "compilation error: file jixiao:/stylesheets/a.xsl line 7 e"
            "lement b\nxsl:key : 'match' pattern is malformed: a[\n",
            "stylesheets/a.xsl:7: 模式“a[”写得不对" },
        { "runtime error: file jixiao:/stylesheets/a.xsl line 7 eleme"
            "nt b\nThe called template 'n' was not found.\n",
            "stylesheets/a.xsl:7: 没有名为“n”的模板" },
        { "compilation error: file jixiao:/stylesheets/a.xsl line 7 e"
            "lement b\nThe attribute 'name' is missing.\n",
            "stylesheets/a.xsl:7: 缺少属性 name" },
        { "compilation error: file jixiao:/stylesheets/a.xsl line 7 e"
            "lement b\nxsl:value-of : select is missing\n",
            "stylesheets/a.xsl:7: 缺少属性 select" },
        { "compilation error: file jixiao:/stylesheets/a.xsl line 7 e"
            "lement b\nxsl:if : test is not defined\n",
            "stylesheets/a.xsl:7: 缺少属性 test" },
        { "compilation error: file jixiao:/stylesheets/a.xsl line 7 e"
            "lement b\nxsl:template: need to specify match or name attr"
            "ibute\n",
            "stylesheets/a.xsl:7: 应有 match 或 name 属性" },
        { "compilation error: file jixiao:/stylesheets/a.xsl line 7 e"
            "lement b\nxsl:attribute: The value 'a b' of the attribute "
            "'name' is not a valid QName.\n",
            "stylesheets/a.xsl:7: 名称“a b”写得不对" },
        { "compilation error: file jixiao:/stylesheets/a.xsl line 7 e"
            "lement b\nxsltParseStylesheetTop: unknown templat element"
            "\n",
            "stylesheets/a.xsl:7: 没有 xsl:templat 这种元素" },
        { "runtime error: file jixiao:/stylesheets/a.xsl line 7 eleme"
            "nt b\nxsl:choose: xsl:when expected first\n",
            "stylesheets/a.xsl:7: xsl:choose 里应先有 xsl:when" },
        { "compilation error: file jixiao:/stylesheets/a.xsl line 7 e"
            "lement b\nxsl:include : recursion detected on included URL"
            " jixiao:/a.xsl\n",
            "stylesheets/a.xsl:7: 引入了自身" },
        { "compilation error: file jixiao:/stylesheets/a.xsl line 7 e"
            "lement b\nxsl:template: error duplicate name 'n'\n",
            "stylesheets/a.xsl:7: 模板名“n”用了两次" },
        { "compilation error: file jixiao:/stylesheets/a.xsl line 7 e"
            "lement b\nredefinition of global variable v\n",
            "stylesheets/a.xsl:7: 全局变量“v”定义了两次" },
        { "runtime error: file jixiao:/stylesheets/a.xsl line 7 eleme"
            "nt b\nXSLT-variable: Redefinition of variable 'v'.\n",
            "stylesheets/a.xsl:7: 变量“v”定义了两次" },
        { "runtime error: file jixiao:/stylesheets/a.xsl line 7 eleme"
            "nt b\nThe 'select' expression does not evaluate to a node "
            "set.\n",
            "stylesheets/a.xsl:7: select 的结果应为节点集" },
        { "runtime error: file jixiao:/stylesheets/a.xsl line 7 eleme"
            "nt b\nThe 'select' expression did not evaluate to a node s"
            "et.\n",
            "stylesheets/a.xsl:7: select 的结果应为节点集" },
        { "compilation error: file jixiao:/stylesheets/a.xsl line 7 e"
            "lement b\nelement sort is not allowed within that context"
            "\n",
            "stylesheets/a.xsl:7: 这个元素不能写在这里" },
        { "compilation error: file jixiao:/stylesheets/a.xsl line 7 e"
            "lement b\nAttribute 'c': The AVT has an unmatched '{'.\n",
            "stylesheets/a.xsl:7: 属性值里的花括号没有配对" },
        { "runtime error: file jixiao:/stylesheets/a.xsl line 7 eleme"
            "nt b\nxsltApplyXSLTTemplate: A potential infinite template"
            " recursion was detected.\nYou can adjust it\n",
            "stylesheets/a.xsl:7: 模板一再调用自身" },
        { "compilation error: file jixiao:/stylesheets/a.xsl line 7 e"
            "lement b\nxsl:foo : it is 'so'\n",
            "stylesheets/a.xsl:7: xsl:foo : it is 'so'" },
        { "runtime error: file jixiao:/stylesheets/a.xsl line 7 eleme"
            "nt b\nThe called template 'n' was not found.\nruntime erro"
            "r: file jixiao:/stylesheets/a.xsl line 9 element b\nSometh"
            "ing else\n",
            "stylesheets/a.xsl:7: 没有名为“n”的模板" },
        { "file jixiao:/stylesheets/a.xsl line 7 element b: too many "
            "nodes",
            "stylesheets/a.xsl:7: 生成的内容过多" },
        { "file jixiao:/stylesheets/a.xsl line 7 element b: too large"
            " a text or table",
            "stylesheets/a.xsl:7: 文字或表格过大" },
        { "xsl:strip-space changes the source",
            "不能用 xsl:strip-space，它会改动数据" },
        { "nobody renders\ns\n",
            "nobody renders s" },
        { "The called template 'n",
            "没有名为“”的模板" },
        { "runtime error: file jixiao:/stylesheets/a.xsl line 7 eleme"
            "nt b",
            "stylesheets/a.xsl:7: " },
        { "runtime error: file jixiao:/stylesheets/a.xsl",
            "" },
        { "",
            "" },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct buffer out = BUFFER_EMPTY;
        sheet_fault_write(cases[k].said, &out);
        CU_ASSERT_STRING_EQUAL(buffer_string(&out), cases[k].zh);
        buffer_free(&out);
    }
}

CU_TestInfo sheet_fault_tests[] = {
    { "says what libxslt says in Chinese", says_it_in_chinese },
    CU_TEST_INFO_NULL
};
