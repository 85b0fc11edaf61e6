/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinds.h"

#include "change-private.h"
#include "error.h"
#include "record-json.h"
#include "record-private.h"
#include "uid.h"

#include <string.h>

static AccordRecord *
new_spending (void)
{
  return accord_record_new (accord_kind_for_type (TEST_TYPE_SPENDING));
}

static void
log_notify (GObject *object, GParamSpec *pspec, GString *log)
{
  g_string_append_printf (log, "%s ", pspec->name);
}

/* Ordinary properties: notified when they change, and only then. (g_object_set() tells the last first.) */
static void
test_properties (void)
{
  g_autoptr (AccordRecord) record = new_spending ();
  g_autoptr (GString) log = g_string_new (NULL);
  const gint64 ids[] = { 3, 1, 2 };
  g_autoptr (GVariant) variant = NULL;
  g_autofree char *payee = NULL;
  gint64 amount;

  g_signal_connect (record, "notify", G_CALLBACK (log_notify), log);
  g_object_set (record, "payee", "Persona", "amount", G_GINT64_CONSTANT (5), "checked", TRUE, NULL);
  g_object_set (record, "payee", "Persona", "amount", G_GINT64_CONSTANT (5), "checked", TRUE, "note", "",
                NULL);
  accord_record_set_ids (record, "near-places", ids, 3);
  accord_record_set_ids (record, "near-places", ids, 3);
  g_assert_cmpstr (log->str, ==, "checked amount payee near-places ");

  g_object_get (record, "payee", &payee, "amount", &amount, "near-places", &variant, NULL);
  g_assert_cmpstr (payee, ==, "Persona");
  g_assert_cmpint (amount, ==, 5);
  g_assert_cmpuint (g_variant_n_children (variant), ==, 3);
}

/* Only what differs is told when a record is brought up to date. */
static void
test_take_state (void)
{
  g_autoptr (AccordRecord) record = new_spending (), newer = NULL;
  g_autoptr (GString) log = g_string_new (NULL);

  accord_record_set_text (record, "payee", "Persona");
  newer = accord_record_copy (record);
  accord_record_set_int (newer, "amount", 7);
  g_signal_connect (record, "notify", G_CALLBACK (log_notify), log);
  accord_record_take_state (record, newer);
  g_assert_cmpstr (log->str, ==, "amount ");
  g_assert_false (accord_record_is_touched (record, SPENDING_AMOUNT));
}

/* What people type, how it is kept, and how it is written back. */
static const struct
{
  guint field;
  const char *typed;
  const char *plain;
  const char *display;
} typed_values[] = {
  { SPENDING_PAYEE, "  Persona   Care ", "Persona Care", "Persona Care" },
  { SPENDING_DATE, "1 April 2019", "2019-04-01", "1 Apr 2019" },
  { SPENDING_DATE, "03/12/2010", "2010-12-03", "3 Dec 2010" },
  { SPENDING_AMOUNT, "£19.2m", "19200000.00", "£19,200,000.00" },
  { SPENDING_AMOUNT, "(12.50)", "-12.50", "−£12.50" },
  { SPENDING_PLACE, "12", "12", "12" },
  { SPENDING_PLACES, "3; 4", "3;4", "3;4" },
  { SPENDING_STAGE, "Outline", "outline", "Outline" },
  { SPENDING_STAGE, "FULL", "full", "Full" },
  { SPENDING_SHARE, "12.50", "12.50", "12.50" },
  { SPENDING_CHECKED, "Yes", "yes", "Yes" },
  { SPENDING_CHECKED, "", "no", "No" },
  { SPENDING_AMOUNT, " ", "", "" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed_values); i++)
    {
      g_autoptr (AccordRecord) record = new_spending (), again = new_spending ();
      const guint field = typed_values[i].field;
      g_autofree char *plain = NULL, *display = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (accord_record_parse_field (record, field, typed_values[i].typed, &error));
      g_assert_no_error (error);
      plain = accord_record_dup_plain (record, field);
      display = accord_record_dup_display (record, field);
      g_assert_cmpstr (plain, ==, typed_values[i].plain);
      g_assert_cmpstr (display, ==, typed_values[i].display);
      g_assert_true (accord_record_parse_field (again, field, plain, &error));
      g_assert_true (accord_record_field_equal (record, again, field));
    }
}

static void
test_parse_refuses (void)
{
  const struct
  {
    guint field;
    const char *typed;
    const char *label;
  } wrong[] = {
    { SPENDING_DATE, "31/02/2019", "Date" },    { SPENDING_DATE, "12/31/2019", "Date" },
    { SPENDING_AMOUNT, "a lot", "Amount" },     { SPENDING_AMOUNT, "1.234", "Amount" },
    { SPENDING_PLACE, "Bury", "Place" },        { SPENDING_PLACES, "1;-2", "Near" },
    { SPENDING_STAGE, "nearly", "Stage" },      { SPENDING_SHARE, "1.2.3", "Share" },
    { SPENDING_CHECKED, "perhaps", "Checked" }, { SPENDING_PAYEE, "\xff\xfe", "Payee" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (AccordRecord) record = new_spending ();
      g_autoptr (GError) error = NULL;

      g_assert_false (accord_record_parse_field (record, wrong[i].field, wrong[i].typed, &error));
      g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, wrong[i].label));
      g_assert_false (accord_record_is_touched (record, wrong[i].field));
    }
}

/* The journal's JSON gives back what went in, whatever the text. */
static void
test_json (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (AccordRecord) record = new_spending (), again = new_spending ();
      const AccordKind *kind = accord_record_get_kind (record);
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 ids[3] = { g_test_rand_int_range (1, 1000), 5, G_MAXINT32 };
      g_autofree char *json = NULL, *difference = NULL;
      guint64 fields;

      for (gint n = g_test_rand_int_range (0, 30); n > 0; n--)
        g_string_append_unichar (text, g_test_rand_bit () ? g_test_rand_int_range (1, 128)
                                                          : g_test_rand_int_range (0xA0, 0xD7FF));
      accord_record_set_text (record, "payee", text->str);
      accord_record_set_int (record, "amount",
                             ((gint64) g_test_rand_int () * (G_GINT64_CONSTANT (1) << 31))
                                 - g_test_rand_int ());
      accord_record_set_ids (record, "near-places", ids, i % 4);
      accord_record_set_boolean (record, "checked", i % 2);
      json = accord_record_dup_json (record, G_MAXUINT64);
      g_assert_true (accord_record_apply_json (again, json, &fields, NULL));
      for (guint j = 0; j < kind->n_fields; j++)
        g_assert_true (accord_record_field_equal (record, again, j));
      g_assert_true (accord_record_matches_json (record, json, &difference));
      accord_record_set_text (record, "note", "different");
      g_assert_false (accord_record_matches_json (record, json, &difference));
      g_assert_cmpstr (difference, ==, "Note");
    }
}

/* The digest of an import speaks of every field. */
static void
test_digest (void)
{
  g_autoptr (AccordRecord) record = new_spending ();
  const AccordKind *kind = accord_record_get_kind (record);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *values[] = { "Persona", "2019-04-01", "12.00", "3", "4",    "outline",
                           "0.5",     "yes",        "note",  "6", "words" };

  accord_record_set_identity (record, 1, "UID", NULL, NULL, NULL);
  for (guint i = 0; i <= kind->n_fields; i++)
    {
      g_autoptr (GString) bytes = g_string_new (NULL);

      accord_record_append_digest (record, bytes);
      g_assert_true (g_hash_table_add (seen, g_strdup (bytes->str)));
      if (i < kind->n_fields)
        g_assert_true (accord_record_parse_field (record, i, values[i], NULL));
    }
}

static gpointer
make_uids (gpointer data)
{
  g_autofree char *previous = g_strdup ("");
  GPtrArray *uids = data;

  for (guint i = 0; i < 20000; i++)
    {
      char uid[ACCORD_UID_LENGTH + 1];

      accord_uid_make (uid);
      g_assert_cmpuint (strlen (uid), ==, ACCORD_UID_LENGTH);
      g_assert_cmpstr (previous, <, uid);
      g_free (previous);
      previous = g_strdup (uid);
      g_ptr_array_add (uids, g_strdup (uid));
    }
  return NULL;
}

/* Ascending within a thread, and never the same in two. */
static void
test_uid (void)
{
  GThread *threads[4];
  GPtrArray *made[4];
  g_autoptr (GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < 4; i++)
    {
      made[i] = g_ptr_array_new_with_free_func (g_free);
      threads[i] = g_thread_new ("uids", make_uids, made[i]);
    }
  for (guint i = 0; i < 4; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < made[i]->len; j++)
      g_assert_true (g_hash_table_add (all, g_ptr_array_index (made[i], j)));
  for (guint i = 0; i < 4; i++)
    g_ptr_array_unref (made[i]);
}

static void
test_change (void)
{
  const AccordKind *place = accord_kind_for_type (TEST_TYPE_PLACE);
  const AccordKind *spending = accord_kind_for_type (TEST_TYPE_SPENDING);
  g_autoptr (AccordChange) change = accord_change_new (4, "Label", TRUE);
  const gint64 *ids;
  gsize n_ids;

  accord_change_add (change, place, 9);
  accord_change_add (change, place, 2);
  accord_change_add (change, place, 9);
  accord_change_add_range (change, spending, 100, 199);
  accord_change_seal (change);
  ids = accord_change_get_ids (change, place, &n_ids);
  g_assert_cmpuint (n_ids, ==, 2);
  g_assert_cmpint (ids[0], ==, 2);
  g_assert_true (accord_change_touches (change, place, 9));
  g_assert_false (accord_change_touches (change, place, 3));
  g_assert_true (accord_change_touches (change, spending, 199));
  g_assert_false (accord_change_touches (change, spending, 200));
  g_assert_true (accord_change_is_wide (change, spending));
  g_assert_false (accord_change_is_wide (change, place));
  g_assert_cmpuint (accord_change_count (change, spending), ==, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/record/properties", test_properties);
  g_test_add_func ("/store/record/take-state", test_take_state);
  g_test_add_func ("/store/record/parse", test_parse);
  g_test_add_func ("/store/record/parse-refuses", test_parse_refuses);
  g_test_add_func ("/store/record/json", test_json);
  g_test_add_func ("/store/record/digest", test_digest);
  g_test_add_func ("/store/record/uid", test_uid);
  g_test_add_func ("/store/record/change", test_change);
  return g_test_run ();
}
