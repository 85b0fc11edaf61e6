/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/markdown.h"
#include "text/text-format.h"

#include "kinds.h"

#include <string.h>

/* A line for each part: "h2", its marker, its markup. */
static char *
dup_shape (const char *text)
{
  g_autoptr (GPtrArray) blocks = accord_markdown_parse (text, NULL);
  static const char *const types[] = { "p", "h", "code", "table", "rule" };
  GString *shape = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const AccordBlock *block = blocks->pdata[i];

      g_string_append_printf (shape, "%s%s", i > 0 ? "|" : "", types[block->type]);
      if (block->level > 0)
        g_string_append_printf (shape, "%u", block->level);
      if (block->indent > 0)
        g_string_append_printf (shape, ">%u", block->indent);
      if (block->quoted > 0)
        g_string_append_printf (shape, "\"%u", block->quoted);
      if (block->marker != NULL)
        g_string_append_printf (shape, " %s", block->marker);
      if (block->markup != NULL)
        g_string_append_printf (shape, " %s", block->markup);
      for (guint row = 0; block->rows != NULL && row < block->rows->len; row++)
        for (guint cell = 0; cell < ((GPtrArray *) block->rows->pdata[row])->len; cell++)
          g_string_append_printf (shape, "%s%s", cell > 0 ? "," : "/",
                                  (char *) ((GPtrArray *) block->rows->pdata[row])->pdata[cell]);
    }
  return g_string_free (shape, FALSE);
}

static void
assert_shape (const char *text, const char *expected)
{
  g_autofree char *shape = dup_shape (text);

  g_assert_cmpstr (shape, ==, expected);
}

static void
test_shapes (void)
{
  assert_shape ("", "");
  assert_shape ("One line.\nAnother.", "p One line.\nAnother.");
  assert_shape ("One.\n\nTwo.", "p One.|p Two.");
  assert_shape ("# Need\nWords", "h1 Need|p Words");
  assert_shape ("**bold** and *italic* `code`", "p <b>bold</b> and <i>italic</i> <tt>code</tt>");
  assert_shape ("- a\n- b\n  - c\n- d", "p>1 • a|p>1 • b|p>2 • c|p>1 • d");
  assert_shape ("3. a\n4. b", "p>1 3. a|p>1 4. b");
  assert_shape ("1) a\n2) b", "p>1 1) a|p>1 2) b");
  assert_shape ("- a\n\n  more\n\n- b", "p>1 • a|p>1 more|p>1 • b");
  assert_shape ("> said\n>> twice", "p\"1 said|p\"2 twice");
  assert_shape ("```\na < b\n```", "code a &lt; b");
  assert_shape ("a | b\n---|---:\n1 | 2", "table/a,b/1,2");
  assert_shape ("above\n\n***\n\nbelow", "p above|rule|p below");
  /* What people type that only looks like formatting. */
  assert_shape ("    four blanks", "p four blanks");
  assert_shape ("2 * 3 * 4, snake_case_word", "p 2 * 3 * 4, snake_case_word");
  assert_shape ("A & B < C", "p A &amp; B &lt; C");
  assert_shape ("&pound;5 &#163;5 &bogus; &#0; &#x1;", "p £5 £5 &amp;bogus; &amp;#0; &amp;#x1;");
}

static void
test_links (void)
{
  assert_shape ("[plan](https://a.example/x?y=1&z=2)",
                "p <a href=\"https://a.example/x?y=1&amp;z=2\">plan</a>");
  assert_shape ("see https://a.example.", "p see <a href=\"https://a.example\">https://a.example</a>.");
  /* Anything but a web address is just words. */
  assert_shape ("[a](javascript:alert(1)) [b](file:///etc/passwd) [c](data:text/html,x)", "p a b c");
  assert_shape ("[a](https:/x) [b](//x) [c](x.html) [d](mailto:a@b.example)", "p a b c d");
  assert_shape ("![a picture](https://a.example/x.png)", "p <i>a picture</i>");
  assert_shape ("[q](https://a.example/\"onclick=)", "p <a href=\"https://a.example/&quot;onclick=\">q</a>");
  assert_shape ("<b>bold</b> <script>x</script>", "p &lt;b&gt;bold&lt;/b&gt; &lt;script&gt;x&lt;/script&gt;");
  g_assert_false (accord_markdown_address_is_safe ("https://"));
  g_assert_false (accord_markdown_address_is_safe ("https:///x"));
  g_assert_false (accord_markdown_address_is_safe ("https://a\nb"));
  g_assert_true (accord_markdown_address_is_safe ("HTTP://a.example"));
}

static void
check_markup (const char *markup)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = g_strconcat ("<x>", markup, "</x>", NULL);
  const GMarkupParser parser = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);

  g_markup_parse_context_parse (context, whole, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
check_sound (const char *text)
{
  gboolean cut;
  g_autoptr (GPtrArray) blocks = accord_markdown_parse (text, &cut);

  g_assert_cmpuint (blocks->len, <=, ACCORD_MARKDOWN_MAX_BLOCKS);
  for (guint i = 0; i < blocks->len; i++)
    {
      const AccordBlock *block = blocks->pdata[i];

      g_assert_cmpuint (block->indent, <=, ACCORD_MARKDOWN_MAX_INDENT);
      g_assert_cmpuint (block->quoted, <=, ACCORD_MARKDOWN_MAX_INDENT);
      if (block->markup != NULL)
        check_markup (block->markup);
      for (guint row = 0; block->rows != NULL && row < block->rows->len; row++)
        {
          const GPtrArray *cells = block->rows->pdata[row];

          g_assert_cmpuint (cells->len, <=, ACCORD_MARKDOWN_MAX_COLUMNS);
          for (guint cell = 0; cell < cells->len; cell++)
            check_markup (cells->pdata[cell]);
        }
      if (block->rows != NULL)
        g_assert_cmpuint (block->rows->len, <=, ACCORD_MARKDOWN_MAX_ROWS);
    }
}

static char *
repeat (const char *what, guint times)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (text, what);
  return g_string_free (text, FALSE);
}

/* None of these may take long, overflow, or give markup that does not close. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    ">",   "> ", "- ", "* ",   "*",     "**",  "_a ", "*a **a ", "`",  "[",  "![", "[a](", "](",   "<",
    "<a ", "&",  "&#", "| a ", "|\n|-", "1. ", "#",   "\n\n",    "\t", "~~", "\\", "\xff", "a\n=", "```\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *line = repeat (pieces[i], 5000);
      g_autofree char *lines = NULL;
      g_autofree char *broken = g_strconcat (pieces[i], "\n", NULL);

      check_sound (line);
      lines = repeat (broken, 3000);
      check_sound (lines);
    }
}

static void
test_hostile_mixtures (void)
{
  static const char alphabet[] = "*_`[]()<>!#-|\n\n  a1.&;~\\:\"";

  for (guint i = 0; i < 2000; i++)
    {
      char text[81] = { 0 };

      for (guint at = 0; at < sizeof text - 1; at++)
        text[at] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      check_sound (text);
    }
}

static void
test_large_table (void)
{
  GString *text = g_string_new (NULL);
  g_autofree char *whole = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  gboolean cut = FALSE;

  for (guint row = 0; row < 400; row++)
    {
      for (guint column = 0; column < 30; column++)
        g_string_append (text, row == 1 ? "|---" : "| cell ");
      g_string_append (text, "|\n");
    }
  whole = g_string_free (text, FALSE);
  blocks = accord_markdown_parse (whole, &cut);
  g_assert_true (cut);
  check_sound (whole);
}

static void
assert_format (char *(*format) (const char *, int *, int *, const char *), const char *text, int start,
               int end, const char *mark, const char *expected, const char *selected)
{
  g_autofree char *changed = format (text, &start, &end, mark);
  g_autofree char *words = NULL;

  g_assert_cmpstr (changed, ==, expected);
  words = g_utf8_substring (changed, start, end);
  g_assert_cmpstr (words, ==, selected);
}

static void
test_helpers (void)
{
  int start = 4, end = 8;
  g_autofree char *linked = NULL;

  assert_format (accord_format_around, "the plan é", 4, 8, "**", "the **plan** é", "plan");
  assert_format (accord_format_around, "the **plan** é", 6, 10, "**", "the plan é", "plan");
  assert_format (accord_format_around, "é", 1, 1, "*", "é**", "");
  assert_format (accord_format_lines, "a\nbé\nc", 2, 3, "- ", "a\n- bé\nc", "- bé");
  assert_format (accord_format_lines, "a\nb", 0, 3, "- ", "- a\n- b", "- a\n- b");
  assert_format (accord_format_lines, "- a\n- b", 1, 6, "- ", "a\nb", "a\nb");
  linked = accord_format_link ("the plan", &start, &end);
  g_assert_cmpstr (linked, ==, "the [plan](https://)");
  g_assert_cmpint (start, ==, 11);
  g_assert_cmpint (end, ==, 19);
}

static void
test_fields (void)
{
  static const struct
  {
    const char *kind;
    const char *field;
    gboolean formatted;
  } fields[] = {
    { "case", "strategic", TRUE },  { "case", "name", FALSE },      { "case", "passage", FALSE },
    { "source", "text", FALSE },    { "source", "note", TRUE },     { "item", "minutes", FALSE },
    { "action", "updates", FALSE }, { "caveat", "response", TRUE }, { "endorsement", "words", FALSE },
  };
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const AccordKind *kind = accord_schema_find_kind (schema, fields[i].kind);

      g_assert_cmpint (accord_field_is_formatted (kind, accord_kind_find_field (kind, fields[i].field)), ==,
                       fields[i].formatted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/text/shapes", test_shapes);
  g_test_add_func ("/ui/text/links", test_links);
  g_test_add_func ("/ui/text/hostile", test_hostile);
  g_test_add_func ("/ui/text/hostile/mixtures", test_hostile_mixtures);
  g_test_add_func ("/ui/text/large-table", test_large_table);
  g_test_add_func ("/ui/text/helpers", test_helpers);
  g_test_add_func ("/ui/text/fields", test_fields);

  return g_test_run ();
}
