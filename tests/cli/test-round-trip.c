/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

/* Fields whose values must come after, or not be below, those of another. */
static const char *const later_fields[] = { "until",       "closed",       "next-meeting", "answered-on",
                                            "fetched",     "decision-due", "practices-of", "last-year",
                                            "target-date", "due",          "returned",     NULL };
/* Fields that mean the second record of a kind, because another field means the first. */
static const char *const other_fields[] = { "alliance", "to-organisation", NULL };

/**
 * Value:
 * @field: the field, as `kinds` describes it
 * @written: what is written on the command line
 * @expected: what JSON must give back
 *
 * A valid value.
 */
typedef struct
{
  JsonObject *field;
  char *written;
  JsonNode *expected;
} Value;

static void
value_free (gpointer data)
{
  Value *value = data;

  g_free (value->written);
  json_node_unref (value->expected);
  g_free (value);
}

static JsonNode *
string_node (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
int_node (gint64 number)
{
  return json_node_init_int (json_node_alloc (), number);
}

static char *
random_words (gboolean lines)
{
  static const char *const words[] = { "Bury",  "=",      "a=b", "\"quoted\"", "50%",    ";",
                                       "naïve", "漢字",   "🏥",   "<b>",        "O'Hara", "--",
                                       "\\n",   "comma,", "£5",  "{x}",        "%s" };
  GString *text = g_string_new ("Text");

  for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
    {
      g_string_append_c (text, lines && g_test_rand_bit () ? '\n' : ' ');
      g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
    }
  return g_string_free (text, FALSE);
}

static void
make_date (Value *value, gboolean later)
{
  static const char *const months[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"
  };
  int year = later ? g_test_rand_int_range (2019, 2024) : g_test_rand_int_range (2010, 2019);
  int month = g_test_rand_int_range (1, 13);
  int day = g_test_rand_int_range (1, 29);
  g_autofree char *iso = g_strdup_printf ("%d-%02d-%02d", year, month, day);

  if (g_test_rand_bit ())
    value->written = g_strdup_printf ("%d %s %d", day, months[month - 1], year);
  else
    value->written = g_strdup_printf ("%02d/%02d/%d", day, month, year);
  value->expected = string_node (iso);
}

static void
make_money (Value *value)
{
  gint64 pence = (gint64) g_test_rand_int_range (0, G_MAXINT32) * g_test_rand_int_range (1, 1000);

  value->written = g_strdup_printf ("£%" G_GINT64_FORMAT ".%02d", pence / 100, (int) (pence % 100));
  value->expected = int_node (pence);
}

static void
make_choice (Value *value, JsonObject *field)
{
  JsonArray *choices = json_object_get_array_member (field, "choices");
  const char *word =
      json_array_get_string_element (choices, g_test_rand_int_range (0, json_array_get_length (choices)));

  value->written = g_strdup (word);
  value->expected = string_node (word);
}

static void
make_references (Value *value, gboolean full)
{
  JsonArray *ids = json_array_new ();

  if (full)
    json_array_add_int_element (ids, 2);
  json_array_add_int_element (ids, 1);
  value->written = g_strdup (full ? "2; 1" : "1");
  value->expected = json_node_init_array (json_node_alloc (), ids);
  json_array_unref (ids);
}

/* Numbers of an appraisal's lines: most are parts of one, and how sure they are has an order. */
static gboolean
make_part (Value *value, const char *name)
{
  static const char *const fixed[][2] = { { "low", "0.8" }, { "likely", "1" }, { "high", "1.2" } };
  static const char *const free[] = { "baseline", "target", "need", NULL };

  if (g_strv_contains (free, name))
    return FALSE;
  value->written = g_strdup_printf ("0.%02d", g_test_rand_int_range (0, 100));
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (g_str_equal (name, fixed[i][0]))
      {
        g_free (value->written);
        value->written = g_strdup (fixed[i][1]);
      }
  value->expected = json_node_init_double (json_node_alloc (), g_ascii_strtod (value->written, NULL));
  return TRUE;
}

static void
make_number (Value *value, const char *name, const char *type, gboolean later)
{
  int number = later ? g_test_rand_int_range (26, 60) : g_test_rand_int_range (1, 26);
  int hundredths = g_test_rand_int_range (0, 10000);

  if (g_str_equal (name, "grade"))
    number = number % 6 + 1;
  if (g_str_equal (type, "decimal") && make_part (value, name))
    return;
  if (g_str_equal (type, "count"))
    {
      value->written = g_strdup_printf ("%d", number);
      value->expected = int_node (number);
    }
  else if (g_str_equal (type, "year"))
    {
      value->written = g_strdup_printf ("%d/%02d", 2000 + number, (number + 1) % 100);
      value->expected = int_node (2000 + number);
    }
  else
    {
      value->written = g_strdup_printf ("%d.%02d", hundredths / 100, hundredths % 100);
      value->expected = json_node_init_double (json_node_alloc (), g_ascii_strtod (value->written, NULL));
    }
}

static void
make_text (Value *value, const char *name, const char *type)
{
  static const char *const formed[][2] = {
    { "updates", "2016-09-27 cleared as planned\n? chased again" },
    { "actuals", "2017-03-31 12.5\n2018-03-31 -3" },
    { "amounts", "2017/18 150000.00\n2018/19 -3.00" },
    { "spent", "2017/18 161200.50" },
    { "realised", "2018/19 165000.00" },
    { "year-limits", "2017/18 4000000.00" },
    { "phasing", "2017/18 0.5\n2018/19 1" },
    { "price-year", "2013/14" },
    { "works", "standard-buildings 0.7\noutsourcing 0.3" },
    { "mitigations", "0.4 0.92 7000000.00 Site not surveyed" },
    { "groups", "0.5 Staff costs" },
    { "changes", "* need × 0.8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formed); i++)
    if (g_str_equal (name, formed[i][0]))
      value->written = g_strdup (formed[i][1]);
  if (value->written == NULL)
    value->written = random_words (g_str_equal (type, "long-text"));
  value->expected = string_node (value->written);
}

static Value *
make_value (JsonObject *field, gboolean full)
{
  Value *value = g_new0 (Value, 1);
  const char *name = json_object_get_string_member (field, "name");
  const char *type = json_object_get_string_member (field, "type");
  gboolean later = g_strv_contains (later_fields, name);

  value->field = field;
  if (g_str_equal (type, "date"))
    make_date (value, later);
  else if (g_str_equal (type, "money"))
    make_money (value);
  else if (g_str_equal (type, "choice"))
    make_choice (value, field);
  else if (g_str_equal (type, "boolean"))
    {
      value->written = g_strdup ("yes");
      value->expected = json_node_init_boolean (json_node_alloc (), TRUE);
    }
  else if (g_str_equal (type, "reference"))
    {
      int id = g_strv_contains (other_fields, name) ? 2 : 1;

      value->written = g_strdup_printf ("%d", id);
      value->expected = int_node (id);
    }
  else if (g_str_equal (type, "references"))
    make_references (value, full);
  else if (g_str_equal (type, "text") || g_str_equal (type, "long-text") || g_str_equal (type, "code"))
    make_text (value, name, type);
  else
    make_number (value, name, type, later);
  return value;
}

/* Whether a rule of the kind asks for the field, or forbids it, whatever else is drawn. */
static gboolean
is_wanted (const char *kind, JsonObject *field, gboolean drawn)
{
  const char *name = json_object_get_string_member (field, "name");

  if (json_object_get_boolean_member (field, "derived"))
    return FALSE;
  if (g_str_equal (kind, "organisation") && g_str_equal (name, "alliance-type"))
    return FALSE;
  if (g_str_equal (kind, "transfer") && g_str_equal (name, "to-organisation"))
    return TRUE;
  if ((g_str_equal (kind, "caveat") && g_str_equal (name, "response"))
      || (g_str_equal (kind, "endorsement") && g_str_equal (name, "cases")))
    return TRUE;
  if (g_str_equal (kind, "caveat")
      && (g_str_equal (name, "answered-on") || g_str_equal (name, "accepted-on")))
    return FALSE;
  if (g_str_equal (name, "low") || g_str_equal (name, "likely") || g_str_equal (name, "high"))
    return TRUE;
  return drawn || json_object_get_boolean_member (field, "required");
}

static GPtrArray *
draw_record (JsonObject *kind, gboolean full)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (value_free);
  JsonArray *fields = json_object_get_array_member (kind, "fields");

  for (guint i = 0; i < json_array_get_length (fields); i++)
    {
      JsonObject *field = json_array_get_object_element (fields, i);

      if (is_wanted (json_object_get_string_member (kind, "kind"), field, full && g_test_rand_bit ()))
        g_ptr_array_add (values, make_value (field, full));
    }
  return values;
}

/* What follows `accordctl --workspace=… --json` for a record of these values. */
static GPtrArray *
make_arguments (GPtrArray *values, const char *command, const char *kind, const char *id)
{
  GPtrArray *arguments = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (arguments, g_strdup ("--workspace=test.accord"));
  g_ptr_array_add (arguments, g_strdup ("--json"));
  g_ptr_array_add (arguments, g_strdup (command));
  g_ptr_array_add (arguments, g_strdup (kind));
  if (id != NULL)
    g_ptr_array_add (arguments, g_strdup (id));
  for (guint i = 0; i < values->len; i++)
    {
      Value *value = g_ptr_array_index (values, i);
      const char *name = json_object_get_string_member (value->field, "name");

      g_ptr_array_add (arguments, g_strdup_printf ("%s=%s", name, value->written));
    }
  return arguments;
}

static JsonObject *
run_for_record (Cli *cli, GPtrArray *arguments)
{
  g_autoptr (Answer) answer = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_ptr_array_add (arguments, NULL);
  answer = cli_runv (cli, (const char *const *) arguments->pdata);
  if (answer->code != 0)
    for (guint i = 3; i + 1 < arguments->len; i++)
      g_test_message ("%s", (char *) g_ptr_array_index (arguments, i));
  g_assert_cmpstr (answer->err, ==, "");
  g_assert_cmpint (answer->code, ==, 0);
  root = answer_json (answer);
  return json_object_ref (json_array_get_object_element (json_node_get_array (root), 0));
}

/* A document comes with its file, attached to a record; its other fields are written afterwards. */
static JsonObject *
attach_record (Cli *cli, GPtrArray *values)
{
  g_autofree char *words = random_words (TRUE);
  g_autofree char *path = cli_path (cli, "attached.txt");
  g_autoptr (JsonArray) attached = NULL;
  g_autoptr (GPtrArray) arguments = NULL;
  g_autofree char *id = NULL;

  cli_write_file (cli, "attached.txt", words);
  attached = cli_ask (cli, "attach", "organisation", "1", path, NULL);
  id = g_strdup_printf ("%" G_GINT64_FORMAT,
                        json_object_get_int_member (json_array_get_object_element (attached, 0), "id"));
  cli_do (cli, "set", "document", id, "organisation=", NULL);
  arguments = make_arguments (values, "set", "document", id);
  return run_for_record (cli, arguments);
}

static JsonObject *
add_record (Cli *cli, const char *kind, GPtrArray *values)
{
  g_autoptr (GPtrArray) arguments = NULL;

  if (g_str_equal (kind, "document"))
    return attach_record (cli, values);
  arguments = make_arguments (values, "add", kind, NULL);
  return run_for_record (cli, arguments);
}

static const Value *
find_value (GPtrArray *values, JsonObject *field)
{
  for (guint i = 0; i < values->len; i++)
    {
      const Value *value = g_ptr_array_index (values, i);

      if (value->field == field)
        return value;
    }
  return NULL;
}

/* An appraisal begins with the editions that Accord comes with. */
static const char *const of_editions[] = {
  "schedule", "health", "lower", "deflator", "bias", "grades", NULL
};

static const char *const of_pages[] = { "committees_read", "page", NULL };

/* What only a key that somebody trusted fills in, or a pack. */
static const char *const of_packs[] = { "signing_key", "sealing_key", "key_trusted", "key_trusted_by",
                                        "pack",        "dossier",     NULL };

static void
assert_field (JsonObject *record, JsonObject *field, const Value *value)
{
  const char *key = json_object_get_string_member (field, "key");
  const char *type = json_object_get_string_member (field, "type");
  JsonNode *node = json_object_get_member (record, key);

  g_test_message ("%s", key);
  g_assert_nonnull (node);
  if (g_str_equal (type, "money"))
    g_assert_true (g_str_has_suffix (key, "_pence"));
  /* What is worked out is never left open; what only reading a page or a pack fills in is. */
  if (json_object_get_boolean_member (field, "derived"))
    g_assert_cmpint (JSON_NODE_HOLDS_NULL (node), ==,
                     g_strv_contains (of_pages, key) || g_strv_contains (of_packs, key));
  else if (value == NULL && g_str_equal (type, "boolean"))
    g_assert_false (json_node_get_boolean (node));
  else if (value == NULL && g_str_equal (type, "references"))
    g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 0);
  else if (value == NULL && g_strv_contains (of_editions, key) && !JSON_NODE_HOLDS_NULL (node))
    g_assert_cmpint (json_node_get_int (node), >, 0);
  else if (value == NULL)
    g_assert_true (JSON_NODE_HOLDS_NULL (node));
  else if (g_str_equal (type, "percent") || g_str_equal (type, "decimal"))
    g_assert_cmpfloat (json_node_get_double (node), ==, json_node_get_double (value->expected));
  else
    g_assert_true (json_node_equal (node, value->expected));
}

static void
assert_record (JsonObject *record, JsonObject *kind, GPtrArray *values)
{
  JsonArray *fields = json_object_get_array_member (kind, "fields");

  for (guint i = 0; i < json_array_get_length (fields); i++)
    {
      JsonObject *field = json_array_get_object_element (fields, i);

      assert_field (record, field, find_value (values, field));
    }
}

/* Two records of each kind with no more than must be said, for the others to refer to. */
static void
add_first_records (Cli *cli, JsonArray *kinds)
{
  for (guint i = 0; i < json_array_get_length (kinds); i++)
    for (guint n = 0; n < 2; n++)
      {
        JsonObject *kind = json_array_get_object_element (kinds, i);
        g_autoptr (GPtrArray) values = draw_record (kind, FALSE);
        g_autoptr (JsonObject) record =
            add_record (cli, json_object_get_string_member (kind, "kind"), values);

        g_assert_cmpint (json_object_get_int_member (record, "id"), ==, n + 1);
      }
}

/* For every kind: what is written on the command line is what `show` gives back, field by field. */
static void
test_add_then_show (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) kinds = cli_ask (cli, "kinds", NULL);

  cli_init (cli);
  add_first_records (cli, kinds);
  for (guint i = 0; i < json_array_get_length (kinds); i++)
    {
      JsonObject *kind = json_array_get_object_element (kinds, i);
      const char *name = json_object_get_string_member (kind, "kind");

      for (guint n = 0; n < 5; n++)
        {
          g_autoptr (GPtrArray) values = draw_record (kind, TRUE);
          g_autoptr (JsonObject) added = add_record (cli, name, values);
          g_autoptr (JsonObject) shown =
              cli_ask_one (cli, "show", name, json_object_get_string_member (added, "uid"), NULL);

          g_test_message ("%s", name);
          g_assert_true (json_object_equal (added, shown));
          assert_record (shown, kind, values);
        }
    }
  assert_sound (cli);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/round-trip/add-then-show", test_add_then_show);
  return g_test_run ();
}
