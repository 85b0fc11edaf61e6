/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinds.h"
#include "rows-paste.h"
#include "rows-text.h"
#include "workspace.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  AccordSchema *schema;
  AccordWorkspace *workspace;
  const AccordKind *kind;
  GArray *fields;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("accord-paste-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "paste.accord", NULL);
  self->schema = accord_model_schema_new ();
  self->workspace = accord_workspace_open (path, self->schema, ACCORD_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  self->kind = accord_schema_find_kind (self->schema, "risk");
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->kind->n_fields; i++)
    g_array_append_val (self->fields, i);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  accord_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  g_object_unref (self->schema);
  g_array_unref (self->fields);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static const guint *
fields_of (Fixture *self)
{
  return (const guint *) (gconstpointer) self->fields->data;
}

/* Words such as people write, with what must not part cells or rows. */
static char *
random_words (gboolean several_lines)
{
  static const char *const pieces[] = { "care", "£5", "\"said\"", "’s", "=1+1", "é", "a;b" };
  GString *words = g_string_new ("x");

  for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
    {
      g_string_append (words, several_lines && g_test_rand_bit () ? (g_test_rand_bit () ? "\n" : "\t") : " ");
      g_string_append (words, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    }
  return g_string_free (words, FALSE);
}

static void
put_random (AccordRecord *record, guint i)
{
  const AccordField *field = &accord_record_get_kind (record)->fields[i];
  g_autofree char *words = random_words (field->type == ACCORD_FIELD_LONG_TEXT);
  guint n_choices = 0;

  switch (field->type)
    {
    case ACCORD_FIELD_TEXT:
    case ACCORD_FIELD_LONG_TEXT:
      accord_record_put_text (record, i, words, -1);
      break;
    case ACCORD_FIELD_DATE:
      accord_record_put_text (record, i, g_test_rand_bit () ? "2019-04-01" : "2020-02-29", -1);
      break;
    case ACCORD_FIELD_CHOICE:
      while (field->choices[n_choices].value != NULL)
        n_choices++;
      accord_record_put_text (record, i, field->choices[g_test_rand_int_range (0, n_choices)].value, -1);
      break;
    case ACCORD_FIELD_MONEY:
      accord_record_put_int (record, i, g_test_rand_int_range (0, 10000000));
      break;
    case ACCORD_FIELD_COUNT:
      accord_record_put_int (record, i, g_test_rand_int_range (1, 5));
      break;
    case ACCORD_FIELD_BOOLEAN:
      accord_record_put_int (record, i, g_test_rand_bit ());
      break;
    default:
      break;
    }
}

static AccordRecord *
make_random (Fixture *self)
{
  AccordRecord *record = accord_record_new (self->kind);

  for (guint i = 0; i < self->kind->n_fields; i++)
    if ((self->kind->fields[i].flags & ACCORD_FIELD_REQUIRED) || g_test_rand_bit ())
      put_random (record, i);
  accord_record_fill_in (record);
  return record;
}

static gpointer
list_all (AccordReader *reader, gpointer data, GError **error)
{
  g_autoptr (AccordQuery) query = accord_query_new (data);

  accord_query_set_sort (query, -1, FALSE);
  return accord_reader_list (reader, query, error);
}

/* What is copied and pasted again says the same, field by field. */
static void
test_round_trip (Fixture *self, gconstpointer data)
{
  static const char *const kinds[] = { "payment", "fund", "organisation", "programme" };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref), again = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (AccordRowsPaste) paste = NULL;
      g_autoptr (AccordChange) change = NULL;
      g_autoptr (GError) error = NULL;

      self->kind = accord_schema_find_kind (self->schema, kinds[k]);
      g_array_set_size (self->fields, 0);
      for (guint i = 0; i < self->kind->n_fields; i++)
        g_array_append_val (self->fields, i);
      accord_rows_text_add_heading (text, self->kind, fields_of (self), self->fields->len);
      for (guint i = 0; i < 60; i++)
        {
          AccordRecord *record = make_random (self);

          /* What its own rules refuse is another test's. */
          if (!accord_record_validate (record, NULL))
            {
              g_object_unref (record);
              continue;
            }
          g_ptr_array_add (records, record);
          accord_rows_text_add_record (text, record, fields_of (self), self->fields->len);
        }
      g_assert_cmpuint (records->len, >, 5);
      paste = accord_rows_paste_new (self->kind, text->str, NULL, 0, &error);
      g_assert_no_error (error);
      g_assert_true (accord_rows_paste_has_heading (paste));
      g_assert_cmpuint (accord_rows_paste_get_n_rows (paste), ==, records->len);
      change = accord_workspace_write (self->workspace, "?", accord_rows_paste_write, paste, NULL, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < records->len; i++)
        g_assert_cmpstr (accord_rows_paste_get_reason (paste, i), ==, NULL);
      again = accord_workspace_read (self->workspace, list_all, (gpointer) self->kind, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (again->len, ==, records->len);
      for (guint i = 0; i < records->len; i++)
        for (guint field = 0; field < self->kind->n_fields; field++)
          if (!accord_record_field_equal (records->pdata[i], again->pdata[i], field))
            g_error ("%s: %s differs", kinds[k], self->kind->fields[field].name);
    }
}

/* Whatever is on a clipboard: rows, or a sentence why not. */
static void
test_noise (Fixture *self, gconstpointer data)
{
  static const char *const pieces[] = { "\t", "\n",         "\r\n", "\"", "Title",
                                        "x",  "2019-04-01", "",     "£",  "\xc3\xa9" };

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordRowsPaste) paste = NULL;

      for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      paste = accord_rows_paste_new (self->kind, text->str, fields_of (self), self->fields->len, &error);
      g_assert_true ((paste == NULL) == (error != NULL));
      for (guint row = 0; paste != NULL && row < accord_rows_paste_get_n_rows (paste); row++)
        for (guint column = 0; column < accord_rows_paste_get_n_columns (paste); column++)
          g_assert_nonnull (accord_rows_paste_get_cell (paste, row, column));
    }
}

static gpointer
check (AccordReader *reader, gpointer data, GError **error)
{
  return accord_rows_paste_check (data, reader, error) ? data : NULL;
}

static void
test_columns (Fixture *self, gconstpointer data)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, "payment");
  int payee = accord_kind_find_field (kind, "payee"), date = accord_kind_find_field (kind, "date");
  int amount = accord_kind_find_field (kind, "amount");
  const guint shown[] = { payee, date, amount };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordRowsPaste) paste =
      accord_rows_paste_new (kind, "Persona\t7\t1 Apr 2019\nBARDOC\t8\t2 Apr 2019\n", shown, 3, &error);

  /* Without a heading, columns are those of the list; here two of them stand the other way round. */
  g_assert_no_error (error);
  g_assert_false (accord_rows_paste_has_heading (paste));
  g_assert_nonnull (accord_workspace_read (self->workspace, check, paste, NULL, &error));
  g_assert_cmpuint (accord_rows_paste_get_n_good (paste), ==, 0);
  g_assert_nonnull (accord_rows_paste_get_reason (paste, 0));
  accord_rows_paste_set_field (paste, 1, amount);
  g_assert_cmpint (accord_rows_paste_get_field (paste, 2), ==, -1);
  accord_rows_paste_set_field (paste, 2, date);
  g_assert_nonnull (accord_workspace_read (self->workspace, check, paste, NULL, &error));
  g_assert_cmpuint (accord_rows_paste_get_n_good (paste), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/rows-paste/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/rows-paste/noise", Fixture, NULL, set_up, test_noise, tear_down);
  g_test_add ("/rows-paste/columns", Fixture, NULL, set_up, test_columns, tear_down);

  return g_test_run ();
}
