/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/error.h"

#include <glib/gstdio.h>

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("accord-model-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.accord", NULL);
  fixture->schema = accord_model_schema_new ();
  fixture->workspace =
      accord_workspace_open (fixture->path, fixture->schema, ACCORD_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  accord_workspace_close (fixture->workspace);
  g_object_unref (fixture->workspace);
  g_object_unref (fixture->schema);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  accord_workspace_close (fixture->workspace);
  g_object_unref (fixture->workspace);
  fixture->workspace =
      accord_workspace_open (fixture->path, fixture->schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
}

const AccordKind *
fixture_kind (Fixture *fixture, const char *name)
{
  const AccordKind *kind = accord_schema_find_kind (fixture->schema, name);

  g_assert_nonnull (kind);
  return kind;
}

AccordRecord *
fixture_new (Fixture *fixture, const char *kind)
{
  return accord_record_new (fixture_kind (fixture, kind));
}

gint64
fixture_save (Fixture *fixture, AccordRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_save (fixture->workspace, record, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
  g_assert_cmpint (accord_record_get_id (record), >, 0);
  return accord_record_get_id (record);
}

/* The message must begin with the label of the field that is to be put right. */
void
fixture_assert_refused (Fixture *fixture, AccordRecord *record, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *start = g_strconcat (label, ": ", NULL);
  AccordChange *change = accord_workspace_save (fixture->workspace, record, NULL, &error);

  g_assert_null (change);
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID);
  if (!g_str_has_prefix (error->message, start))
    g_error ("“%s” does not begin with “%s”", error->message, start);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

AccordRecord *
fixture_get (Fixture *fixture, const char *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AccordRecord *record =
      accord_workspace_get_record (fixture->workspace, fixture_kind (fixture, kind), id, NULL, &error);

  g_assert_no_error (error);
  return record;
}

typedef struct
{
  const AccordKind *kind;
  gint64 id;
} Deletion;

static gboolean
delete_one (AccordWriter *writer, gpointer data, GError **error)
{
  const Deletion *deletion = data;

  return accord_writer_delete (writer, deletion->kind, deletion->id, error);
}

void
fixture_delete (Fixture *fixture, const char *kind, gint64 id)
{
  Deletion deletion = { fixture_kind (fixture, kind), id };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (fixture->workspace, "Delete", delete_one, &deletion, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
}

/* A record with a name and the first of each choice that is required. */
gint64
fixture_add_named (Fixture *fixture, const char *kind, const char *name)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, kind);
  const AccordKind *described = fixture_kind (fixture, kind);

  for (guint i = 0; i < described->n_fields; i++)
    if (described->fields[i].type == ACCORD_FIELD_CHOICE
        && (described->fields[i].flags & ACCORD_FIELD_REQUIRED))
      accord_record_put_text (record, i, described->fields[i].choices[0].value, -1);
  accord_record_put_text (record, described->title_field, name, -1);
  return fixture_save (fixture, record);
}

gint64
fixture_add_fund (Fixture *fixture, const char *name, gint64 pence)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "fund");

  accord_record_set_text (record, "name", name);
  accord_record_set_text (record, "type", "transformation-fund");
  accord_record_set_int (record, "amount", pence);
  return fixture_save (fixture, record);
}

gint64
fixture_add_allocation (Fixture *fixture, gint64 fund, const char *category, gint64 organisation, gint64 year,
                        gint64 pence)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "allocation");

  accord_record_set_text (record, "purpose", "Intermediate tier");
  accord_record_set_int (record, "fund", fund);
  accord_record_set_text (record, "category", category);
  accord_record_set_int (record, "organisation", organisation);
  accord_record_set_int (record, "year", year);
  accord_record_set_int (record, "amount", pence);
  return fixture_save (fixture, record);
}

gint64
fixture_add_payment (Fixture *fixture, gint64 fund, gint64 allocation, const char *category,
                     gint64 organisation, const char *date, gint64 pence)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "payment");

  accord_record_set_text (record, "payee", "A payee");
  accord_record_set_text (record, "date", date);
  accord_record_set_int (record, "amount", pence);
  accord_record_set_int (record, "fund", fund);
  accord_record_set_int (record, "allocation", allocation);
  accord_record_set_int (record, "organisation", organisation);
  accord_record_set_text (record, "category", category);
  return fixture_save (fixture, record);
}
