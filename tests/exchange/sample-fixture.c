/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-fixture.h"

#include "kinds.h"
#include "sample.h"

#include <glib/gstdio.h>
#include <string.h>

void
sample_set_up_empty (Sample *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("accord-sample-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "sample.accord", NULL);
  self->schema = accord_model_schema_new ();
  self->workspace = accord_workspace_open (path, self->schema, ACCORD_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
}

void
sample_set_up (Sample *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  sample_set_up_empty (self, data);
  accord_sample_load (self->workspace, NULL, &error);
  g_assert_no_error (error);
}

void
sample_tear_down (Sample *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  accord_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  g_object_unref (self->schema);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

typedef struct
{
  const AccordKind *kind;
  const char *conditions;
  const char *sort;
} Selection;

static void
add_condition (AccordReader *reader, AccordQuery *query, const char *condition)
{
  const AccordKind *kind = accord_query_get_kind (query);
  g_auto (GStrv) sides = g_strsplit (condition, "=", 2);
  const AccordField *field = accord_kind_get_field (kind, sides[0]);
  g_autoptr (GError) error = NULL;
  g_autofree char *value = g_strdup (sides[1]);

  g_assert_nonnull (field);
  if (field->target != NULL && *value != '\0')
    {
      const AccordKind *target = accord_schema_find_kind (accord_reader_get_schema (reader), field->target);

      g_free (value);
      value = g_strdup_printf ("%" G_GINT64_FORMAT, accord_reader_resolve (reader, target, sides[1], &error));
      g_assert_no_error (error);
    }
  accord_query_add_words (query, sides[0], ACCORD_OPERATOR_EQUAL, value, &error);
  g_assert_no_error (error);
}

static gpointer
read_selection (AccordReader *reader, gpointer data, GError **error)
{
  const Selection *selection = data;
  g_autoptr (AccordQuery) query = accord_query_new (selection->kind);
  g_auto (GStrv) conditions = g_strsplit (selection->conditions, "|", -1);

  for (char **condition = conditions; *condition != NULL; condition++)
    add_condition (reader, query, *condition);
  if (selection->sort != NULL)
    accord_query_set_sort (query, accord_kind_find_field (selection->kind, selection->sort), FALSE);
  return accord_reader_list (reader, query, error);
}

static GPtrArray *
select_sorted (Sample *self, const char *kind, const char *conditions, const char *sort)
{
  Selection selection = { accord_schema_find_kind (self->schema, kind), conditions, sort };
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  g_assert_nonnull (selection.kind);
  records = accord_workspace_read (self->workspace, read_selection, &selection, NULL, &error);
  g_assert_no_error (error);
  return records;
}

/* Records for which all of "field=value|field=value" hold; references by title, nothing after "=" for
 * unknown. */
GPtrArray *
sample_select (Sample *self, const char *kind, const char *conditions)
{
  return select_sorted (self, kind, conditions, NULL);
}

guint
sample_count (Sample *self, const char *kind, const char *conditions)
{
  g_autoptr (GPtrArray) records = sample_select (self, kind, conditions);

  return records->len;
}

AccordRecord *
sample_one (Sample *self, const char *kind, const char *conditions)
{
  g_autoptr (GPtrArray) records = sample_select (self, kind, conditions);

  if (records->len != 1)
    g_error ("%u records of the kind “%s” have %s", records->len, kind, conditions);
  return g_object_ref (g_ptr_array_index (records, 0));
}

/* What they are called, in the order of a field, with " · " between. */
char *
sample_titles (Sample *self, const char *kind, const char *conditions, const char *sort)
{
  g_autoptr (GPtrArray) records = select_sorted (self, kind, conditions, sort);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = accord_record_dup_title (g_ptr_array_index (records, i));

      g_string_append_printf (titles, "%s%s", i > 0 ? " · " : "", title);
    }
  return g_string_free (titles, FALSE);
}

/* The record that a reference points to. */
AccordRecord *
sample_follow (Sample *self, AccordRecord *record, const char *field)
{
  const AccordField *reference = accord_kind_get_field (accord_record_get_kind (record), field);
  g_autoptr (GError) error = NULL;
  AccordRecord *target =
      accord_workspace_get_record (self->workspace, accord_schema_find_kind (self->schema, reference->target),
                                   accord_record_get_int (record, field), NULL, &error);

  g_assert_no_error (error);
  return target;
}

guint
sample_count_all (Sample *self)
{
  guint count = 0;

  for (guint i = 0; i < accord_schema_get_n_kinds (self->schema); i++)
    count += sample_count (self, accord_schema_get_kind (self->schema, i)->name, "");
  return count;
}

/* Every field of every record, as text that two moments can be compared by. */
char *
sample_dump (Sample *self)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < accord_schema_get_n_kinds (self->schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (self->schema, i);
      g_autoptr (GPtrArray) records = select_sorted (self, kind->name, "", NULL);

      for (guint j = 0; j < records->len; j++)
        {
          AccordRecord *record = g_ptr_array_index (records, j);

          g_string_append_printf (dump, "%s %" G_GINT64_FORMAT " %s\n", kind->name,
                                  accord_record_get_id (record), accord_record_get_uid (record));
          for (guint k = 0; k < kind->n_fields; k++)
            {
              g_autofree char *plain = accord_record_dup_plain (record, k);

              g_string_append_printf (dump, "  %s=%s\n", kind->fields[k].name, plain);
            }
        }
    }
  return g_string_free (dump, FALSE);
}

void
assert_int (AccordRecord *record, const char *field, gint64 value)
{
  g_assert_nonnull (accord_kind_get_field (accord_record_get_kind (record), field));
  g_assert_cmpint (accord_record_get_int (record, field), ==, value);
}

void
assert_text (AccordRecord *record, const char *field, const char *value)
{
  g_assert_nonnull (accord_kind_get_field (accord_record_get_kind (record), field));
  g_assert_cmpstr (accord_record_get_text (record, field), ==, value);
}

void
assert_contains (AccordRecord *record, const char *field, const char *part)
{
  const char *text = accord_record_get_text (record, field);

  if (text == NULL || strstr (text, part) == NULL)
    g_error ("“%s” is not in “%s”", part, text);
}
