/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "content.h"

#include <string.h>

static const char *const base_columns[] = { "id", "uid", "created", "modified", "deleted" };

static gboolean
is_word (const char *text, char separator)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != separator)
      return FALSE;
  return *text != '\0';
}

static void
assert_choices (const AccordKind *kind, const AccordField *field)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_nonnull (field->choices);
  for (const AccordChoice *choice = field->choices; choice->value != NULL; choice++)
    {
      g_assert_true (is_word (choice->value, '-'));
      g_assert_true (choice->label != NULL && *choice->label != '\0');
      g_assert_true (g_hash_table_add (seen, (gpointer) choice->value));
      g_assert_true (g_hash_table_add (seen, (gpointer) choice->label));
    }
  g_assert_cmpuint (g_hash_table_size (seen), >=, 4);
}

static void
assert_field (AccordSchema *schema, const AccordKind *kind, const AccordField *field)
{
  const gboolean reference = field->type == ACCORD_FIELD_REFERENCE || field->type == ACCORD_FIELD_REFERENCES;

  g_assert_true (is_word (field->name, '-'));
  g_assert_true (g_unichar_isupper (g_utf8_get_char (field->label)));
  g_assert_false (g_str_has_suffix (field->label, "."));
  for (guint i = 0; i < G_N_ELEMENTS (base_columns); i++)
    g_assert_cmpstr (field->name, !=, base_columns[i]);

  if (field->type == ACCORD_FIELD_CHOICE)
    assert_choices (kind, field);
  else
    g_assert_null (field->choices);
  if (reference)
    g_assert_nonnull (accord_schema_find_kind (schema, field->target));
  else
    g_assert_null (field->target);
  if (field->flags & ACCORD_FIELD_SEARCHED)
    g_assert_true (accord_field_is_text (field));
}

static void
test_described (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (accord_schema_get_n_kinds (schema), ==, 42);
  for (guint k = 0; k < accord_schema_get_n_kinds (schema); k++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, k);
      g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_true (is_word (kind->name, '-'));
      g_assert_true (g_hash_table_add (names, (gpointer) kind->name));
      g_assert_true (g_hash_table_add (names, (gpointer) kind->label));
      g_assert_true (g_hash_table_add (names, (gpointer) kind->plural));
      g_assert_true (g_hash_table_add (names, (gpointer) kind->add_label));
      g_assert_true (kind->fields[kind->title_field].flags & ACCORD_FIELD_REQUIRED);
      for (guint i = 0; i < kind->n_fields; i++)
        {
          assert_field (schema, kind, &kind->fields[i]);
          g_assert_true (g_hash_table_add (labels, (gpointer) kind->fields[i].label));
        }
    }
}

/* The columns of a kind's table as `name TYPE`. */
static gpointer
read_columns (AccordReader *reader, gpointer data, GError **error)
{
  g_autoptr (AccordRows) rows =
      accord_reader_query (reader, "SELECT name, type FROM pragma_table_info (?1) ORDER BY cid", error);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  GError *failure = NULL;

  if (rows == NULL)
    return NULL;
  accord_rows_bind_text (rows, 1, data);
  while (accord_rows_next (rows, &failure))
    g_ptr_array_add (columns,
                     g_strdup_printf ("%s %s", accord_rows_text (rows, 0), accord_rows_text (rows, 1)));
  g_assert_no_error (failure);
  return g_steal_pointer (&columns);
}

static GPtrArray *
expected_columns (const AccordKind *kind)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (base_columns); i++)
    g_ptr_array_add (columns, g_strdup_printf ("%s %s", base_columns[i], i == 0 ? "INTEGER" : "TEXT"));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const AccordField *field = &kind->fields[i];
      const gboolean text = accord_field_is_text (field) || field->type == ACCORD_FIELD_REFERENCES;
      g_autofree char *column = accord_field_column (field);

      g_ptr_array_add (columns, g_strdup_printf ("%s %s", column, text ? "TEXT" : "INTEGER"));
    }
  return columns;
}

static void
assert_holds_all (GPtrArray *columns, GPtrArray *wanted, const char *kind, const char *complaint)
{
  for (guint i = 0; i < wanted->len; i++)
    if (!g_ptr_array_find_with_equal_func (columns, g_ptr_array_index (wanted, i), g_str_equal, NULL))
      g_error ("%s: column “%s” %s", kind, (char *) g_ptr_array_index (wanted, i), complaint);
}

/* A field without a migration, a column without a field, and a column of the wrong type all show here. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  for (guint k = 0; k < accord_schema_get_n_kinds (fixture->schema); k++)
    {
      const AccordKind *kind = accord_schema_get_kind (fixture->schema, k);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) wanted = expected_columns (kind);
      g_autoptr (GPtrArray) columns =
          accord_workspace_read (fixture->workspace, read_columns, (gpointer) kind->name, NULL, &error);

      g_assert_no_error (error);
      assert_holds_all (columns, wanted, kind->name, "has no migration");
      assert_holds_all (wanted, columns, kind->name, "has no field");
    }
}

/* Which record stands at the other end of a reference. Fields next to each other point to different ones. */
static gint64
seed_for (GHashTable *seeds, const char *kind, guint index)
{
  const gint64 *ids = g_hash_table_lookup (seeds, kind);

  g_assert_nonnull (ids);
  return ids[index % 2];
}

static void
set_text (AccordRecord *record, const AccordField *field, guint index)
{
  g_autofree char *text = NULL;

  if (field->type == ACCORD_FIELD_CHOICE)
    text = g_strdup (field->choices[0].value);
  else if (field->type == ACCORD_FIELD_DATE)
    text = g_strdup_printf ("2019-04-%02u", index % 30 + 1);
  else if (field->type == ACCORD_FIELD_DECIMAL)
    /* A part of one, which any number may be. */
    text = g_strdup_printf ("0.%02u", index + 1);
  else if (field->type == ACCORD_FIELD_LONG_TEXT)
    text = g_strdup_printf ("“%s”\n\n'é' \"%%\" ☂", field->name);
  else
    text = g_strdup_printf ("%s, “naïve” 'a' \"b\"; --", field->name);
  g_object_set (record, field->name, text, NULL);
}

static void
set_field (AccordRecord *record, guint index, GHashTable *seeds)
{
  const AccordField *field = &accord_record_get_kind (record)->fields[index];
  gint64 ids[2];

  switch (field->type)
    {
    case ACCORD_FIELD_MONEY:
      g_object_set (record, field->name, G_GINT64_CONSTANT (1920000000) + index, NULL);
      break;
    case ACCORD_FIELD_COUNT:
      g_object_set (record, field->name, (gint64) index % 6 + 1, NULL);
      break;
    case ACCORD_FIELD_YEAR:
      g_object_set (record, field->name, (gint64) index + 2000, NULL);
      break;
    case ACCORD_FIELD_PERCENT:
      g_object_set (record, field->name, (gint64) index * 101, NULL);
      break;
    case ACCORD_FIELD_BOOLEAN:
      g_object_set (record, field->name, TRUE, NULL);
      break;
    case ACCORD_FIELD_REFERENCE:
      g_object_set (record, field->name, seed_for (seeds, field->target, index), NULL);
      break;
    case ACCORD_FIELD_REFERENCES:
      ids[0] = seed_for (seeds, field->target, index + 1);
      ids[1] = seed_for (seeds, field->target, index);
      g_object_set (record, field->name,
                    g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids, 2, sizeof (gint64)), NULL);
      break;
    default:
      set_text (record, field, index);
      break;
    }
}

/* What the rules of single kinds ask of a record in which everything is filled in. */
static void
suit_rules (AccordRecord *record, const char *kind)
{
  static const char *const particular[][3] = {
    { "organisation", "type", "alliance" },
    { "caveat", "state", "accepted" },
    { "action", "updates", "2016-09-27 cleared as part of year two\n\n? both above linked as one" },
    { "benefit", "actuals", "2017-03-31 12.5\n2018-03-31 -3" },
    { "benefit", "realised", "2018/19 165000.00" },
    { "cost", "amounts", "2017/18 150000.00\n2018/19 -3" },
    { "cost", "spent", "2017/18 161200.50" },
    { "cost", "price-year", "2013/14" },
    { "cost", "works", "standard-buildings 0.7\noutsourcing 0.3" },
    { "cost", "mitigations", "0.4 0.92 7000000.00 Site not surveyed" },
    { "outcome", "phasing", "2017/18 0.5\n2018/19 1" },
    { "outcome", "price-year", "2013" },
    { "appraisal", "groups", "0.5 Staff costs" },
    { "scenario", "changes", "* need × 0.8" },
    { "portfolio", "year-limits", "2017/18 4000000.00" },
    { "appraisal", "price-year", "2017/18" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (particular); i++)
    if (g_str_equal (particular[i][0], kind))
      g_object_set (record, particular[i][1], particular[i][2], NULL);
}

typedef struct
{
  char *digest;
  gint64 size;
} File;

static gboolean
take_in (AccordWriter *writer, gpointer data, GError **error)
{
  File *file = data;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("words", 5, NULL);

  return accord_writer_add_content (writer, stream, 5, "a file", NULL, NULL, &file->digest, &file->size,
                                    error);
}

/* What names a file names one that is there; and a document is none without. */
static void
suit_file (Fixture *fixture, AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  File file = { NULL, 0 };
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!(kind->fields[i].flags & ACCORD_FIELD_CONTENT))
        continue;
      change = accord_workspace_write (fixture->workspace, "A file", take_in, &file, NULL, &error);
      g_assert_no_error (error);
      g_object_set (record, kind->fields[i].name, file.digest, NULL);
      if (g_str_equal (kind->name, "document"))
        g_object_set (record, "size", file.size, NULL);
      g_free (file.digest);
      return;
    }
}

/* Two records of every kind with only what is required, for the others to point to. */
static GHashTable *
plant_seeds (Fixture *fixture)
{
  GHashTable *seeds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint k = 0; k < accord_schema_get_n_kinds (fixture->schema); k++)
    {
      const AccordKind *kind = accord_schema_get_kind (fixture->schema, k);
      gint64 *ids = g_new (gint64, 2);

      for (guint n = 0; n < 2; n++)
        {
          g_autoptr (AccordRecord) record = accord_record_new (kind);

          for (guint i = 0; i < kind->n_fields; i++)
            if (kind->fields[i].flags & ACCORD_FIELD_REQUIRED
                || (g_str_equal (kind->name, "endorsement") && g_str_equal (kind->fields[i].name, "cases")))
              set_field (record, i, seeds);
          suit_file (fixture, record);
          ids[n] = fixture_save (fixture, record);
        }
      g_hash_table_insert (seeds, (gpointer) kind->name, ids);
    }
  return seeds;
}

static void
assert_same (AccordRecord *a, AccordRecord *b)
{
  const AccordKind *kind = accord_record_get_kind (a);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!accord_record_field_equal (a, b, i))
      g_error ("%s: “%s” did not come back as it was", kind->name, kind->fields[i].name);
  g_assert_cmpstr (accord_record_get_uid (a), ==, accord_record_get_uid (b));
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seeds = plant_seeds (fixture);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint k = 0; k < accord_schema_get_n_kinds (fixture->schema); k++)
    {
      const AccordKind *kind = accord_schema_get_kind (fixture->schema, k);
      AccordRecord *record = accord_record_new (kind);

      g_ptr_array_add (records, record);
      for (guint i = 0; i < kind->n_fields; i++)
        set_field (record, i, seeds);
      suit_rules (record, kind->name);
      for (guint i = 0; i < kind->n_fields; i++)
        g_assert_false (accord_record_is_empty (record, i));
      suit_file (fixture, record);
      fixture_save (fixture, record);
    }

  fixture_reopen (fixture);
  for (guint k = 0; k < records->len; k++)
    {
      AccordRecord *record = g_ptr_array_index (records, k);
      g_autoptr (AccordRecord) back =
          fixture_get (fixture, accord_record_get_kind (record)->name, accord_record_get_id (record));

      g_assert_nonnull (accord_record_get_uid (back));
      g_assert_nonnull (accord_record_get_created (back));
      assert_same (record, back);
    }
}

/* What is not known stays so: nothing turns into nought or into empty text on its way through the file. */
static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seeds = plant_seeds (fixture);

  for (guint k = 0; k < accord_schema_get_n_kinds (fixture->schema); k++)
    {
      const AccordKind *kind = accord_schema_get_kind (fixture->schema, k);
      g_autoptr (AccordRecord) back = fixture_get (fixture, kind->name, seed_for (seeds, kind->name, 0));

      for (guint i = 0; i < kind->n_fields; i++)
        {
          const AccordField *field = &kind->fields[i];

          if (field->flags & ACCORD_FIELD_REQUIRED || g_str_equal (field->name, "cases")
              || (g_str_equal (kind->name, "document") && g_str_equal (field->name, "size"))
              || field->flags & ACCORD_FIELD_CONTENT)
            g_assert_false (accord_record_is_empty (back, i));
          else if (field->type == ACCORD_FIELD_BOOLEAN)
            g_assert_cmpint (accord_record_peek_int (back, i), ==, 0);
          else
            g_assert_true (accord_record_is_empty (back, i));
        }
    }
}

/* Each required field, left out on its own, is named. */
static void
test_required (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seeds = plant_seeds (fixture);

  for (guint k = 0; k < accord_schema_get_n_kinds (fixture->schema); k++)
    {
      const AccordKind *kind = accord_schema_get_kind (fixture->schema, k);

      for (guint i = 0; i < kind->n_fields; i++)
        {
          g_autoptr (AccordRecord) record = accord_record_new (kind);

          if (!(kind->fields[i].flags & ACCORD_FIELD_REQUIRED))
            continue;
          for (guint j = 0; j < kind->n_fields; j++)
            if (j != i)
              set_field (record, j, seeds);
          fixture_assert_refused (fixture, record, kind->fields[i].label);
        }
    }
}

/* What a new record begins with is one of the choices, and only the category of money must be said by a
 * person. */
static void
test_initial (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();

  for (guint k = 0; k < accord_schema_get_n_kinds (schema); k++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, k);
      g_autoptr (AccordRecord) record = accord_record_new (kind);

      accord_record_fill_in (record);
      for (guint i = 0; i < kind->n_fields; i++)
        {
          const AccordField *field = &kind->fields[i];

          if (field->type != ACCORD_FIELD_CHOICE)
            g_assert_null (field->initial);
          else if (field->initial != NULL)
            g_assert_nonnull (accord_field_choice_label (field, accord_record_peek_text (record, i)));
          else if (field->flags & ACCORD_FIELD_REQUIRED)
            g_assert_true (g_str_equal (kind->name, "allocation") || g_str_equal (kind->name, "answer"));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/kinds/described", test_described);
  fixture_add_test ("/model/kinds/columns", test_columns);
  fixture_add_test ("/model/kinds/round-trip", test_round_trip);
  fixture_add_test ("/model/kinds/unknown", test_unknown);
  fixture_add_test ("/model/kinds/required", test_required);
  g_test_add_func ("/model/kinds/initial", test_initial);
  return g_test_run ();
}
