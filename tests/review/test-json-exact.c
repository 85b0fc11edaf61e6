/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-exact.h"

#include "json-canonical.h"
#include "pack-error.h"

#include <string.h>

/* What is read and written again, in the one spelling that equal values have. */
static void
test_kept (void)
{
  static const struct
  {
    const char *text;
    const char *spelt;
  } cases[] = {
    { "0", "0" },
    { "-0", "0" },
    { "-0.0e7", "0" },
    { "999999999999999999", "999999999999999999" },
    { "-99999999999999999", "-99999999999999999" },
    { "9223372036854775807", "9223372036854775807" },
    { "-9223372036854775808", "-9223372036854775808" },
    { "100e-2", "1" },
    { "0.1000", "0.1" },
    { "9007199254740993.0e0", NULL },
    { "9007199254740993", "9007199254740993" },
    { "1e15", "1000000000000000" },
    { "1e300", "1e+300" },
    { "0.1e-99999", NULL },
    { "1e400", NULL },
    { "9223372036854775808", NULL },
    { "99999999999999999999999999", NULL },
    { "0.30000000000000004", "0.30000000000000004" },
    { "0.300000000000000041", NULL },
    { " { \"b\" : [ ] , \"a\" : null , \"\" : [ true , false , \"\\u00e9\\n\" ] } ",
      "{\"\":[true,false,\"é\\n\"],\"a\":null,\"b\":[]}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = accord_json_exact_read (cases[i].text, strlen (cases[i].text), 10, &error);
      g_autoptr (GString) spelt = g_string_new (NULL);

      if (node != NULL)
        accord_json_canonical_append (spelt, node);
      else
        g_assert_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT);
      g_assert_cmpstr (node != NULL ? spelt->str : NULL, ==, cases[i].spelt);
    }
}

/* The line is that of the number, not where the reading ended. */
static void
test_refused (void)
{
  g_autofree char *nines = g_strnfill (401, '9');
  g_autofree char *long_number = g_strdup_printf ("[\n0.%s]", nines);
  const struct
  {
    const char *text;
    AccordPackError code;
    const char *message;
  } cases[] = {
    { "[1,\n 1e999,\n2]", ACCORD_PACK_ERROR_FORMAT, "line 2: a number is larger than can be kept." },
    { "{\"a\":\n\n1,\n\"b\":\n0.12345678901234567890\n}", ACCORD_PACK_ERROR_FORMAT,
      "line 4: a number has more digits than can be kept." },
    { long_number, ACCORD_PACK_ERROR_FORMAT, "line 2: a number has more digits than can be kept." },
    { "[\n[[[[[[[[[[0]]]]]]]]]]]", ACCORD_PACK_ERROR_TOO_LARGE,
      "line 2: it has more values than can be read." },
    { "{\"a\":1,\n\"a\":1}", ACCORD_PACK_ERROR_FORMAT, "line 2: “a” stands twice in one object." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (accord_json_exact_read (cases[i].text, strlen (cases[i].text), 10, &error));
      g_assert_error (error, ACCORD_PACK_ERROR, (int) cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/json-exact/kept", test_kept);
  g_test_add_func ("/review/json-exact/refused", test_refused);
  return g_test_run ();
}
