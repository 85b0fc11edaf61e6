/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define MOST_STOPS 100

void
form_fixture_set_up (FormFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("accord-form-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "test.accord", NULL);
  self->schema = accord_model_schema_new ();
  self->workspace = accord_workspace_open (path, self->schema, ACCORD_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
}

void
form_fixture_tear_down (FormFixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_drain ();
  accord_workspace_close (self->workspace);
  /* An answer that nobody waits for any more may still be on its way. */
  g_object_add_weak_pointer (G_OBJECT (self->workspace), (gpointer *) &self->workspace);
  g_object_unref (self->workspace);
  g_assert_true (ui_wait_until (ui_is_gone, &self->workspace));
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

const AccordKind *
form_fixture_kind (FormFixture *self, const char *name)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, name);

  g_assert_nonnull (kind);
  return kind;
}

AccordRecord *
form_fixture_new (FormFixture *self, const char *kind, const char *name)
{
  AccordRecord *record = accord_record_new (form_fixture_kind (self, kind));

  accord_record_put_text (record, accord_record_get_kind (record)->title_field, name, -1);
  return record;
}

gint64
form_fixture_save (FormFixture *self, AccordRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_save (self->workspace, record, NULL, &error);

  g_assert_no_error (error);
  return accord_record_get_id (record);
}

gint64
form_fixture_add (FormFixture *self, const char *kind, const char *name)
{
  g_autoptr (AccordRecord) record = form_fixture_new (self, kind, name);
  const AccordKind *description = form_fixture_kind (self, kind);

  for (guint i = 0; i < description->n_fields; i++)
    if (description->fields[i].type == ACCORD_FIELD_CHOICE
        && description->fields[i].flags & ACCORD_FIELD_REQUIRED)
      accord_record_put_text (record, i, description->fields[i].choices[0].value, -1);
  return form_fixture_save (self, record);
}

static gpointer
read_record (AccordReader *reader, gpointer data, GError **error)
{
  AccordRecord *wanted = data;

  return accord_reader_get (reader, accord_record_get_kind (wanted), accord_record_get_id (wanted), error);
}

/* What is in the file, not the open object that widgets hold. */
AccordRecord *
form_fixture_get (FormFixture *self, const char *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordRecord) open =
      accord_workspace_get_record (self->workspace, form_fixture_kind (self, kind), id, NULL, &error);
  AccordRecord *record;

  g_assert_no_error (error);
  record = accord_workspace_read (self->workspace, read_record, open, NULL, &error);
  g_assert_no_error (error);
  return record;
}

/* Somebody else changes one field. */
void
form_fixture_set (FormFixture *self, const char *kind, gint64 id, const char *field, const char *value)
{
  g_autoptr (AccordRecord) record = form_fixture_get (self, kind, id);
  g_autoptr (GError) error = NULL;

  accord_record_parse_field (record, accord_kind_find_field (accord_record_get_kind (record), field), value,
                             &error);
  g_assert_no_error (error);
  form_fixture_save (self, record);
}

void
form_fixture_present (FormFixture *self, GtkWidget *widget)
{
  gtk_window_set_child (GTK_WINDOW (self->window), widget);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_wait_frame (self->window);
}

/* Whether the Tab key comes to a widget, from wherever the focus is. */
gboolean
form_fixture_tab_reaches (FormFixture *self, GtkWidget *widget)
{
  for (guint i = 0; i < MOST_STOPS; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

      if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
        return TRUE;
      gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
    }
  return FALSE;
}

gboolean
form_fixture_has_text (GtkWidget *within, const char *text)
{
  if (!gtk_widget_get_mapped (within))
    return FALSE;
  if (GTK_IS_LABEL (within) && strstr (gtk_label_get_text (GTK_LABEL (within)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (form_fixture_has_text (child, text))
      return TRUE;
  return FALSE;
}

/* All that is to be read, for whoever reads why a wait was in vain. */
void
form_fixture_tell (GtkWidget *within)
{
  if (!gtk_widget_get_mapped (within))
    return;
  if (GTK_IS_LABEL (within) && *gtk_label_get_text (GTK_LABEL (within)) != '\0')
    g_printerr ("# shown: %s\n", gtk_label_get_text (GTK_LABEL (within)));
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    form_fixture_tell (child);
}

typedef struct
{
  GtkWidget *within;
  const char *text;
  gboolean there;
} Wanted;

static gboolean
is_as_wanted (gpointer data)
{
  const Wanted *wanted = data;

  return form_fixture_has_text (wanted->within, wanted->text) == wanted->there;
}

/* Waits until it is to be read. */
void
form_fixture_await (GtkWidget *within, const char *text)
{
  Wanted wanted = { within, text, TRUE };

  if (ui_wait_until (is_as_wanted, &wanted))
    return;
  form_fixture_tell (within);
  g_error ("“%s” is not there", text);
}

/* Waits until it is no longer to be read. */
void
form_fixture_await_no (GtkWidget *within, const char *text)
{
  Wanted wanted = { within, text, FALSE };

  if (!ui_wait_until (is_as_wanted, &wanted))
    g_error ("“%s” is still there", text);
}

/* The page of a record, once all of it is there. */
AccordDetailPage *
form_fixture_open_page (FormFixture *self, const char *kind, gint64 id)
{
  GtkWidget *page = accord_detail_page_new (self->workspace);

  form_fixture_present (self, page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (page), form_fixture_kind (self, kind), id);
  form_fixture_await (page, "History");
  return ACCORD_DETAIL_PAGE (page);
}

/* By what is on it, or by what it says when one points at it. */
GtkWidget *
form_fixture_find_button (GtkWidget *within, const char *label)
{
  if (GTK_IS_BUTTON (within) && gtk_widget_get_mapped (within)
      && (g_strcmp0 (gtk_widget_get_tooltip_text (within), label) == 0
          || form_fixture_has_text (within, label)))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = form_fixture_find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

AccordForm *
form_fixture_form (FormFixture *self, AccordRecord *record)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkWidget *form;

  for (guint i = 0; i < accord_record_get_kind (record)->n_fields; i++)
    g_array_append_val (fields, i);
  form = accord_form_new (self->workspace, record, fields);
  form_fixture_present (self, form);
  return ACCORD_FORM (form);
}

GtkEditable *
form_fixture_entry (AccordForm *form, const char *field)
{
  AccordFieldEditor *editor = accord_form_get_editor (form, field);

  g_assert_nonnull (editor);
  return GTK_EDITABLE (accord_field_editor_get_control (editor));
}

void
form_fixture_type (AccordForm *form, const char *field, const char *text)
{
  gtk_editable_set_text (form_fixture_entry (form, field), text);
  accord_field_editor_note_left (accord_form_get_editor (form, field));
}
