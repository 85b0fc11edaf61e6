/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-tree.h"

#include <string.h>

#define MOST_VALUES 100000

static AccordJsonTree *
read_text (const char *text, GError **error)
{
  return accord_json_tree_read (text, strlen (text), MOST_VALUES, error);
}

/* The tree in one spelling: texts between ‹ and ›, members as name=value. */
static void
append_node (GString *told, const AccordJsonNode *node)
{
  static const char *const words[] = { "null", "false", "true" };

  if (node->key != NULL)
    g_string_append_printf (told, "%s=", node->key);
  if (node->type <= ACCORD_JSON_TRUE)
    g_string_append (told, words[node->type]);
  else if (node->type == ACCORD_JSON_NUMBER)
    g_string_append (told, node->text);
  else if (node->type == ACCORD_JSON_STRING)
    g_string_append_printf (told, "‹%s›", node->text);
  else
    {
      g_string_append_c (told, node->type == ACCORD_JSON_ARRAY ? '[' : '{');
      for (const AccordJsonNode *one = node->first; one != NULL; one = one->next)
        {
          g_assert_true (one->parent == node && (one->next == NULL || one->next->index == one->index + 1));
          if (one != node->first)
            g_string_append_c (told, ' ');
          append_node (told, one);
        }
      g_string_append_c (told, node->type == ACCORD_JSON_ARRAY ? ']' : '}');
    }
}

/* What RFC 8259 says is JSON. */
static void
test_taken (void)
{
  static const struct
  {
    const char *text;
    const char *told;
  } cases[] = {
    /* Section 2: any value may stand alone; four sorts of blanks around each of six marks. */
    { "null", "null" },
    { " true ", "true" },
    { "\tfalse\r\n", "false" },
    { "\"\"", "‹›" },
    { "42", "42" },
    { "[]", "[]" },
    { "{}", "{}" },
    { " [ ] ", "[]" },
    { "\n{\t}\r", "{}" },
    { " { \"a\" : [ 1 , 2 ] , \"b\" : { } } ", "{a=[1 2] b={}}" },
    { "[null,true,false]", "[null true false]" },
    { "[[],[[]],{}]", "[[] [[]] {}]" },
    /* Section 4: names are any text, the empty one too, and tell upper case from lower. */
    { "{\"\":0}", "{=0}" },
    { "{\"a\":1,\"A\":2,\"á\":3}", "{a=1 A=2 á=3}" },
    { "{\"\\u0061b\":1}", "{ab=1}" },
    /* Section 6: numbers as they were written. */
    { "[0,-0,-1,10,1.0,-0.5]", "[0 -0 -1 10 1.0 -0.5]" },
    { "[1e5,1E5,1e+5,1e-5,0e0,0.1e01,1.5E+00]", "[1e5 1E5 1e+5 1e-5 0e0 0.1e01 1.5E+00]" },
    { "123456789012345678901234567890", "123456789012345678901234567890" },
    { "0.30000000000000004", "0.30000000000000004" },
    { "1e400", "1e400" },
    /* Section 7: texts, their escapes, and letters beyond 16 bits, written either way. */
    { "\"a/b\\/c\"", "‹a/b/c›" },
    { "\"\\\"\\\\\\b\\f\\n\\r\\t\"", "‹\"\\\b\f\n\r\t›" },
    { "\"\\u00e9\\u00E9é\"", "‹ééé›" },
    { "\"\\u20ac\"", "‹€›" },
    { "\"\\ud83d\\ude00 😀\"", "‹😀 😀›" },
    { "\"\\uDBFF\\uDFFF\"", "‹\xf4\x8f\xbf\xbf›" },
    { "\"\x7f\"", "‹\x7f›" },
    { "\"\\u2028\xe2\x80\xa8\"", "‹\xe2\x80\xa8\xe2\x80\xa8›" },
    { "\"\\u001f\"", "‹\x1f›" },
    { "\"[1,{\"", "‹[1,{›" },
    { "\"\\\\u0041\"", "‹\\u0041›" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordJsonTree) tree = read_text (cases[i].text, &error);
      g_autoptr (GString) told = g_string_new (NULL);

      g_assert_no_error (error);
      append_node (told, accord_json_tree_get_root (tree));
      g_assert_cmpstr (told->str, ==, cases[i].told);
    }
}

static void
assert_refused (const char *text, gsize length, const char *message)
{
  g_autoptr (GError) error = NULL;
  /* Not one byte further, with nothing behind it that ends a string. */
  g_autofree char *exact = g_memdup2 (text, MAX (length, 1));

  g_assert_null (accord_json_tree_read (exact, length, MOST_VALUES, &error));
  g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_FORMAT);
  if (!g_str_equal (error->message, message))
    g_error ("“%.*s”: “%s” is not “%s”", (int) length, text, error->message, message);
}

/* What it says is none, with the line and what is wrong there. */
static void
test_refused (void)
{
#define BROKEN_OFF "line 1: it breaks off."
#define NO_VALUE "line 1: a value was expected here."
#define NO_NUMBER "line 1: a number is not written as one."
#define NO_END "line 1: a text is not ended by a quotation mark."
#define BACKSLASH "line 1: a backslash stands before what it does not belong to."
#define NO_COMMA "line 1: a comma or a closing bracket was expected here."
#define NO_NAME "line 1: a name in quotation marks was expected here."
#define NO_COLON "line 1: a colon was expected after a name."
#define MORE "line 1: there is more after its end."
#define NO_TEXT "line 1: this is no text in UTF-8."
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", BROKEN_OFF },
    { " \t\r", BROKEN_OFF },
    { "\n\n[1,\n", "line 4: it breaks off." },
    { "[", BROKEN_OFF },
    { "{", NO_NAME },
    { "[1", NO_COMMA },
    { "[1,", BROKEN_OFF },
    { "{\"a\"", NO_COLON },
    { "{\"a\":", BROKEN_OFF },
    { "{\"a\":1", NO_COMMA },
    { "{\"a\":1,", NO_NAME },
    /* Marks where they do not belong. */
    { "]", NO_VALUE },
    { "}", NO_VALUE },
    { ",", NO_VALUE },
    { ":", NO_VALUE },
    { "[,1]", NO_VALUE },
    { "[1,]", NO_VALUE },
    { "[1,,2]", NO_VALUE },
    { "[1 2]", NO_COMMA },
    { "[1:2]", NO_COMMA },
    { "[1}", NO_COMMA },
    { "{\"a\":1]", NO_COMMA },
    { "{\"a\":1,}", NO_NAME },
    { "{,\"a\":1}", NO_NAME },
    { "{\"a\" 1}", NO_COLON },
    { "{\"a\",1}", NO_COLON },
    { "{\"a\"::1}", NO_VALUE },
    { "{\"a\":1 \"b\":2}", NO_COMMA },
    { "{a:1}", NO_NAME },
    { "{'a':1}", NO_NAME },
    { "{1:1}", NO_NAME },
    { "{null:1}", NO_NAME },
    { "{[]:1}", NO_NAME },
    { "{\"a\"}", NO_COLON },
    { "{} {}", MORE },
    { "1 2", MORE },
    { "[]]", MORE },
    { "{}}", MORE },
    { "\"a\" \"b\"", MORE },
    /* Words and what other languages take for one. */
    { "nul", NO_VALUE },
    { "nulls", NO_VALUE },
    { "True", NO_VALUE },
    { "NULL", NO_VALUE },
    { "NaN", NO_VALUE },
    { "Infinity", NO_VALUE },
    { "undefined", NO_VALUE },
    { "'a'", NO_VALUE },
    { "[true1]", NO_VALUE },
    { "[1]//end", MORE },
    { "/**/[1]", NO_VALUE },
    { "[1/**/]", NO_COMMA },
    { "#[1]", NO_VALUE },
    { "\f[1]", NO_VALUE },
    { "\v1", NO_VALUE },
    { "\xc2\xa0[1]", NO_VALUE },
    { "\xe2\x81\xa0[1]", NO_VALUE },
    { "\xef\xbb\xbf[1]", NO_VALUE },
    /* Numbers. */
    { "01", NO_NUMBER },
    { "-01", NO_NUMBER },
    { "00", NO_NUMBER },
    { "+1", NO_VALUE },
    { ".5", NO_VALUE },
    { "-", NO_NUMBER },
    { "--1", NO_NUMBER },
    { "-.5", NO_NUMBER },
    { "-Infinity", NO_NUMBER },
    { "-NaN", NO_NUMBER },
    { "1.", NO_NUMBER },
    { "1.e5", NO_NUMBER },
    { "1e", NO_NUMBER },
    { "1e+", NO_NUMBER },
    { "1E-", NO_NUMBER },
    { "1e5.5", MORE },
    { "1.2.3", MORE },
    { "1e5e5", NO_NUMBER },
    { "0x1F", NO_NUMBER },
    { "1a", NO_NUMBER },
    { "1_000", MORE },
    { "[1,000.00 0]", NO_NUMBER },
    { "[1 000]", NO_COMMA },
    { "[- 1]", NO_NUMBER },
    { "[1e 5]", NO_NUMBER },
    { "\xef\xbc\x91", NO_VALUE },
    /* Texts. */
    { "\"", NO_END },
    { "\"a", NO_END },
    { "\"\\\"", NO_END },
    { "\"a\nb\"", NO_END },
    { "\"a\tb\"", NO_END },
    { "\"\x1f\"", NO_END },
    { "\"\\n\nb\"", NO_END },
    { "\"\\", BACKSLASH },
    { "\"\\a\"", BACKSLASH },
    { "\"\\x41\"", BACKSLASH },
    { "\"\\'\"", BACKSLASH },
    { "\"\\U0041\"", BACKSLASH },
    { "\"\\u\"", BACKSLASH },
    { "\"\\u004\"", BACKSLASH },
    { "\"\\u00g1\"", BACKSLASH },
    { "\"\\u00", BACKSLASH },
    { "\"\\u{41}\"", BACKSLASH },
    { "\"\\u+041\"", BACKSLASH },
    { "{\"\\u12\":1}", BACKSLASH },
    /* Half of a letter, halves in the wrong order, and what no text of ours holds. */
    { "\"\\ud800\"", BACKSLASH },
    { "\"\\udc00\"", BACKSLASH },
    { "\"\\ud800\\n\"", BACKSLASH },
    { "\"\\ud800x\"", BACKSLASH },
    { "\"\\ud800\\u0041\"", BACKSLASH },
    { "\"\\ud800\\ud800\"", BACKSLASH },
    { "\"\\ude00\\ud83d\"", BACKSLASH },
    { "\"\\ud83d\\u", BACKSLASH },
    { "\"\\u0000\"", BACKSLASH },
    { "{\"a\\u0000b\":1}", BACKSLASH },
    /* Letters that UTF-8 does not have: stray, cut short, overlong, surrogate, beyond the last. */
    { "\xff", NO_TEXT },
    { "[\"\x80\"]", NO_TEXT },
    { "\"\xc3\"", NO_TEXT },
    { "\"\xe2\x82\"", NO_TEXT },
    { "\"\xc0\xaf\"", NO_TEXT },
    { "\"\xe0\x80\xaf\"", NO_TEXT },
    { "\"\xed\xa0\x80\"", NO_TEXT },
    { "\"\xf4\x90\x80\x80\"", NO_TEXT },
    { "[1,\n\n\"\xe9\"]", "line 3: this is no text in UTF-8." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, strlen (cases[i].text), cases[i].message);
  assert_refused ("[1]\0", 4, NO_TEXT);
  assert_refused ("\"a\0b\"", 5, NO_TEXT);
  /* UTF-16, with its mark and without. */
  assert_refused ("\xff\xfe[\0]\0", 6, NO_TEXT);
  assert_refused ("[\0]\0", 4, NO_TEXT);
}

/* Whatever is cut off a text, what is left is refused, and nothing behind it is looked at. */
static void
test_cut (void)
{
  static const char whole[] = "{\"a\\u00e9\":[-1.5e+10,true,null,\"\\ud83d\\ude00\"],\"b\":{\"c\":false}}";

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *exact = g_memdup2 (whole, MAX (length, 1));
      g_autoptr (GError) error = NULL;

      g_assert_null (accord_json_tree_read (exact, length, MOST_VALUES, &error));
      g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_FORMAT);
    }
}

/* Nobody knows which of two is meant, however they are spelt and however many stand around them. */
static void
test_twice (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "{\"a\":1,\n\"a\":\n1}", "line 2: “a” stands twice in one object." },
    { "{\"a\":1,\"\\u0061\":2}", "line 1: “a” stands twice in one object." },
    { "{\"\":1,\"\":2}", "line 1: “” stands twice in one object." },
    { "[{\"a\":{\"b\":1,\"b\":null}}]", "line 1: “b” stands twice in one object." },
    { "{\"a\":0,\"b\":0,\"c\":0,\"d\":0,\"e\":0,\"f\":0,\"g\":0,\"h\":0,\"i\":0,\"j\":0,\n\"k\":0,\n\"c\":0}",
      "line 3: “c” stands twice in one object." },
  };
  g_autoptr (AccordJsonTree) apart = read_text ("[{\"a\":{\"a\":1}},{\"a\":2}]", NULL);

  g_assert_nonnull (apart);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, strlen (cases[i].text), cases[i].message);
}

/* Names that one hash is common to cost no more than others: two of these blocks have the same one. */
static void
test_alike (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (AccordJsonTree) tree = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_str_hash ("bb"), ==, g_str_hash ("cA"));
  for (guint i = 0; i < 1 << 16; i++)
    {
      g_string_append (text, i == 0 ? "\"" : ",\"");
      for (guint bit = 0; bit < 16; bit++)
        g_string_append (text, (i >> bit & 1) != 0 ? "bb" : "cA");
      g_string_append (text, "\":0");
    }
  g_string_append_c (text, '}');
  g_test_timer_start ();
  tree = accord_json_tree_read (text->str, text->len, MOST_VALUES, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accord_json_tree_get_root (tree)->n_children, ==, 1 << 16);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 10);
}

/* At each bound it is read, and beyond refused as too large. */
static void
test_bounds (void)
{
  static const char *const brackets[] = { "[", "{\"a\":" }, *const closing[] = { "]", "}" };

  for (guint form = 0; form < G_N_ELEMENTS (brackets); form++)
    for (guint extra = 0; extra < 2; extra++)
      {
        g_autoptr (GString) deep = g_string_new (NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (AccordJsonTree) tree = NULL;

        for (guint i = 0; i < ACCORD_JSON_DEEPEST + extra; i++)
          g_string_append (deep, brackets[form]);
        g_string_append_c (deep, '0');
        for (guint i = 0; i < ACCORD_JSON_DEEPEST + extra; i++)
          g_string_append (deep, closing[form]);
        tree = read_text (deep->str, &error);
        g_assert_true ((tree != NULL) == (extra == 0));
        if (extra > 0)
          g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_TOO_LARGE);
        if (extra > 0)
          g_assert_cmpstr (error->message, ==, "line 1: it is nested deeper than can be read.");
      }
}

static void
test_many (void)
{
  g_autoptr (GError) error = NULL, deep_error = NULL;
  g_autoptr (AccordJsonTree) enough = accord_json_tree_read ("[0,[],{}]", 9, 4, NULL);
  g_autoptr (GString) deep = g_string_new (NULL);

  g_assert_nonnull (enough);
  g_assert_null (accord_json_tree_read ("[0,\n[],{}]", 10, 3, &error));
  g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "line 2: it has more values than can be read.");
  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (deep, '[');
  g_assert_null (accord_json_tree_read (deep->str, deep->len, G_MAXUINT, &deep_error));
  g_assert_error (deep_error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_TOO_LARGE);
}

static void
test_lines (void)
{
  g_autoptr (AccordJsonTree) tree = read_text ("\r\n{\"a\": [1,\n\n2],\n\"b\"\n:\n\"x\\ny\"\n}", NULL);
  const AccordJsonNode *root = accord_json_tree_get_root (tree), *a = root->first;

  g_assert_cmpuint (root->line, ==, 2);
  g_assert_cmpuint (a->line, ==, 2);
  g_assert_cmpuint (a->first->line, ==, 2);
  g_assert_cmpuint (a->first->next->line, ==, 4);
  g_assert_cmpuint (a->next->line, ==, 5);
}

/* Texts longer than what is asked for at a time, and many of them. */
static void
test_long (void)
{
  g_autofree char *letters = g_strnfill (200000, 'x');
  g_autofree char *text = g_strdup_printf ("[\"%s\",\"\\n%s\",\"%s\"]", letters, letters, letters);
  g_autoptr (AccordJsonTree) tree = read_text (text, NULL);
  const AccordJsonNode *one = accord_json_tree_get_root (tree)->first;

  g_assert_cmpstr (one->text, ==, letters);
  g_assert_cmpstr (one->next->text + 1, ==, letters);
  g_assert_cmpstr (one->next->next->text, ==, letters);
}

static void
test_find (void)
{
  g_autoptr (AccordJsonTree) tree =
      read_text ("{\"costs\":[{\"name\":\"A\",\"none\":null},{\"amounts\":{\"3\":1}}],\"x\":1}", NULL);
  AccordJsonNode *root = accord_json_tree_get_root (tree), *costs = accord_json_node_find (root, "costs");
  AccordJsonNode *amounts = accord_json_node_find (costs->first->next, "amounts");
  g_autofree char *of_root = accord_json_node_dup_path (root);
  g_autofree char *of_amount = accord_json_node_dup_path (amounts->first);

  g_assert_true (costs->used);
  g_assert_false (costs->next->used);
  g_assert_cmpstr (of_root, ==, "");
  g_assert_cmpstr (of_amount, ==, "costs[1].amounts.3");
  g_assert_null (accord_json_node_find (root, "cost"));
  g_assert_null (accord_json_node_find (costs, "name"));
  g_assert_null (accord_json_node_find (NULL, "name"));
  /* Null is as good as not there, but it was asked for. */
  g_assert_null (accord_json_node_find (costs->first, "none"));
  g_assert_true (costs->first->first->next->used);
}

static void
test_whole (void)
{
  static const struct
  {
    const char *text;
    const char *plain;
    gboolean whole;
    gint64 value;
  } cases[] = {
    { "0", "0", TRUE, 0 },
    { "-0.0", "-0.0", TRUE, 0 },
    { "1500", "1500", TRUE, 1500 },
    { "1500.0", "1500.0", TRUE, 1500 },
    { "1.5e3", "1500.", TRUE, 1500 },
    { "-25E-2", "-.25", FALSE, 0 },
    { "150e-1", "15.0", TRUE, 15 },
    { "2.5", "2.5", FALSE, 0 },
    { "1e-500", "0", TRUE, 0 },
    { "0e999999999999", "0", TRUE, 0 },
    { "1e401", NULL, FALSE, 0 },
    { "9223372036854775807", "9223372036854775807", TRUE, G_MAXINT64 },
    { "-9223372036854775808", "-9223372036854775808", TRUE, G_MININT64 },
    { "9223372036854775808", "9223372036854775808", FALSE, 0 },
    { "\"1\"", NULL, FALSE, 0 },
    { "true", NULL, FALSE, 0 },
    { "[1]", NULL, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordJsonTree) tree = read_text (cases[i].text, NULL);
      g_autofree char *plain = accord_json_node_dup_plain (accord_json_tree_get_root (tree));
      gint64 value = 0;

      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpint (accord_json_node_get_whole (accord_json_tree_get_root (tree), &value), ==,
                       cases[i].whole);
      if (cases[i].whole)
        g_assert_cmpint (value, ==, cases[i].value);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-tree/taken", test_taken);
  g_test_add_func ("/json-tree/refused", test_refused);
  g_test_add_func ("/json-tree/cut", test_cut);
  g_test_add_func ("/json-tree/twice", test_twice);
  g_test_add_func ("/json-tree/alike", test_alike);
  g_test_add_func ("/json-tree/bounds", test_bounds);
  g_test_add_func ("/json-tree/many", test_many);
  g_test_add_func ("/json-tree/lines", test_lines);
  g_test_add_func ("/json-tree/long", test_long);
  g_test_add_func ("/json-tree/find", test_find);
  g_test_add_func ("/json-tree/whole", test_whole);
  return g_test_run ();
}
