/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/section-lines.h"

#include "form/page-parts.h"
#include "text/formatted-text.h"
#include "text/text-format.h"
#include "compat.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a section shows while nobody edits it. Lines that stay the same stay the same widgets, so that focus
 * and scroll survive a change from elsewhere. */
struct _AccordSectionLines
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkWidget *unknown;
  GHashTable *shown;
  AccordFormSection section;
  const AccordKind *kind;
};

G_DEFINE_FINAL_TYPE (AccordSectionLines, accord_section_lines, GTK_TYPE_WIDGET)

enum
{
  OPEN_RECORD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A line that is on the screen. */
typedef struct
{
  char *text;
  GtkWidget *label;
  GtkWidget *value;
} Shown;

static void
shown_free (gpointer data)
{
  Shown *self = data;

  g_free (self->text);
  g_free (self);
}

static void
on_link (GtkButton *button, AccordSectionLines *self)
{
  const char *kind = g_object_get_data (G_OBJECT (button), "accord-kind");
  const gint64 *id = g_object_get_data (G_OBJECT (button), "accord-id");

  g_signal_emit (self, signals[OPEN_RECORD], 0, kind, *id);
}

static GtkWidget *
make_link (AccordSectionLines *self, const char *kind, gint64 id, const char *title)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, NULL);
  GtkWidget *label = accord_page_label (title, NULL);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "record-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (button), "accord-kind", (gpointer) kind);
  g_object_set_data_full (G_OBJECT (button), "accord-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_link), self, 0);
  return button;
}

static GtkWidget *
make_links (AccordSectionLines *self, const AccordField *field, const gint64 *ids, gsize n_ids,
            GPtrArray *titles)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (gsize i = 0; i < n_ids && i < titles->len; i++)
    gtk_box_append (GTK_BOX (box), make_link (self, field->target, ids[i], titles->pdata[i]));
  return box;
}

static GtkWidget *
make_value (AccordSectionLines *self, AccordRecord *record, const AccordFormLine *line, AccordPageData *data)
{
  const AccordField *field = &accord_record_get_kind (record)->fields[line->field];
  gsize n_ids;
  const gint64 *ids;
  GtkWidget *label;

  if (field->type == ACCORD_FIELD_REFERENCE)
    return make_link (self, field->target, accord_record_peek_int (record, line->field), line->text);
  if (field->type == ACCORD_FIELD_REFERENCES && data != NULL)
    {
      GPtrArray *titles = accord_page_data_get_titles (data, line->field);

      ids = accord_record_peek_ids (record, line->field, &n_ids);
      if (titles != NULL && titles->len == n_ids)
        return make_links (self, field, ids, n_ids, titles);
    }
  if (accord_field_is_formatted (accord_record_get_kind (record), line->field))
    return accord_formatted_text_new (line->text);
  label = accord_page_prose (line->text);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Text is not a stop for the Tab key unless there is a link in it. */
  if (strstr (gtk_label_get_label (GTK_LABEL (label)), "<a href") == NULL)
    gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  return label;
}

/* Short values stand beside their label, long texts below it. */
static void
place (AccordSectionLines *self, Shown *shown, int row)
{
  gboolean below = self->section == ACCORD_FORM_WORDS;
  GtkGrid *grid = GTK_GRID (self->grid);

  if (gtk_widget_get_parent (shown->label) == NULL)
    {
      gtk_grid_attach (grid, shown->label, 0, row, below ? 2 : 1, 1);
      gtk_grid_attach (grid, shown->value, below ? 0 : 1, below ? row + 1 : row, below ? 2 : 1, 1);
      return;
    }
  {
    GtkLayoutManager *layout = gtk_widget_get_layout_manager (self->grid);
    GtkLayoutChild *label = gtk_layout_manager_get_layout_child (layout, shown->label);
    GtkLayoutChild *value = gtk_layout_manager_get_layout_child (layout, shown->value);

    gtk_grid_layout_child_set_row (GTK_GRID_LAYOUT_CHILD (label), row);
    gtk_grid_layout_child_set_row (GTK_GRID_LAYOUT_CHILD (value), below ? row + 1 : row);
  }
}

static void
remove_line (AccordSectionLines *self, guint field)
{
  Shown *shown = g_hash_table_lookup (self->shown, GUINT_TO_POINTER (field));

  if (shown == NULL)
    return;
  gtk_grid_remove (GTK_GRID (self->grid), shown->label);
  gtk_grid_remove (GTK_GRID (self->grid), shown->value);
  g_hash_table_remove (self->shown, GUINT_TO_POINTER (field));
}

/* Another kind has other fields under the same numbers. */
static void
take_kind (AccordSectionLines *self, const AccordKind *kind)
{
  for (guint i = 0; self->kind != NULL && kind != self->kind && i < self->kind->n_fields; i++)
    remove_line (self, i);
  self->kind = kind;
}

static void
show_line (AccordSectionLines *self, AccordRecord *record, const AccordFormLine *line, AccordPageData *data,
           int row)
{
  const AccordField *field = &accord_record_get_kind (record)->fields[line->field];
  g_autofree char *ids =
      field->target != NULL ? accord_record_dup_plain (record, line->field) : g_strdup ("");
  gboolean with_titles = field->type == ACCORD_FIELD_REFERENCES && data != NULL;
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%d", line->text, ids, with_titles);
  Shown *shown = g_hash_table_lookup (self->shown, GUINT_TO_POINTER (line->field));

  if (shown != NULL && strcmp (shown->text, text) != 0)
    {
      remove_line (self, line->field);
      shown = NULL;
    }
  if (shown == NULL)
    {
      shown = g_new0 (Shown, 1);
      shown->text = g_steal_pointer (&text);
      shown->label = accord_page_label (line->label, "line-label");
      shown->value = make_value (self, record, line, data);
      /* Several links have no baseline: the label stands beside the first of them. */
      gtk_widget_set_valign (shown->label, GTK_IS_BOX (shown->value) ? GTK_ALIGN_START : GTK_ALIGN_BASELINE);
      gtk_widget_set_hexpand (shown->value, TRUE);
      gtk_widget_set_valign (shown->value, GTK_ALIGN_BASELINE);
      g_hash_table_insert (self->shown, GUINT_TO_POINTER (line->field), shown);
    }
  place (self, shown, row);
}

static void
accord_section_lines_dispose (GObject *object)
{
  AccordSectionLines *self = ACCORD_SECTION_LINES (object);

  g_hash_table_remove_all (self->shown);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->unknown, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_section_lines_parent_class)->dispose (object);
}

static void
accord_section_lines_finalize (GObject *object)
{
  g_hash_table_unref (ACCORD_SECTION_LINES (object)->shown);

  G_OBJECT_CLASS (accord_section_lines_parent_class)->finalize (object);
}

static void
accord_section_lines_class_init (AccordSectionLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_section_lines_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_section_lines_finalize;

  /**
   * AccordSectionLines::open-record:
   * @kind: the name of a kind
   * @id: a record of it
   *
   * A person wants to see a record that is named here.
   */
  signals[OPEN_RECORD] = g_signal_new ("open-record", ACCORD_TYPE_SECTION_LINES, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
accord_section_lines_init (AccordSectionLines *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->shown = g_hash_table_new_full (NULL, NULL, NULL, shown_free);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  self->unknown = accord_page_label (NULL, "second-line");
  gtk_widget_set_parent (self->unknown, GTK_WIDGET (self));
}

/**
 * accord_section_lines_new:
 * @section: which part of a record to show
 *
 * Returns: (transfer floating): a widget that shows it
 */
GtkWidget *
accord_section_lines_new (AccordFormSection section)
{
  AccordSectionLines *self = g_object_new (ACCORD_TYPE_SECTION_LINES, NULL);

  self->section = section;
  return GTK_WIDGET (self);
}

/**
 * accord_section_lines_show:
 * @self: the lines of a section
 * @record: a record
 * @data: (nullable): what is known beyond the record itself, once it has been read
 *
 * Shows what @record has now.
 */
void
accord_section_lines_show (AccordSectionLines *self, AccordRecord *record, AccordPageData *data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *unknown = NULL;
  int row = 0;

  g_return_if_fail (ACCORD_IS_SECTION_LINES (self));
  g_return_if_fail (ACCORD_IS_RECORD (record));

  take_kind (self, accord_record_get_kind (record));
  lines = accord_form_lines (record, self->section);
  unknown = accord_form_dup_unknown (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const AccordFormLine *line = lines->pdata[i];

      if (line->text == NULL)
        remove_line (self, line->field);
      else
        show_line (self, record, line, data, row);
      row += 2;
    }
  gtk_widget_set_visible (self->grid, g_hash_table_size (self->shown) > 0);
  gtk_label_set_label (GTK_LABEL (self->unknown), unknown != NULL ? unknown : "");
  gtk_widget_set_visible (self->unknown, unknown != NULL);
}
