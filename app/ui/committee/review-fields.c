/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-fields.h"

#include "form/form-model.h"
#include "form/form.h"
#include "form/page-parts.h"
#include "form/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a longer text the beginning is shown; all of it stands beside it, in the page. */
#define MOST_SHOWN 700
#define MOST_LINES 8

/* What would be kept of one record, and the same as a form. What a person changes there goes into the plan;
 * nothing is written. */
struct _AccordReviewFields
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *pencil;
  GtkWidget *body;
  GtkWidget *form;

  AccordWorkspace *workspace;
  AccordReviewModel *model;
  AccordReviewEntry *entry;
};

G_DEFINE_FINAL_TYPE (AccordReviewFields, accord_review_fields, GTK_TYPE_WIDGET)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_linked (const AccordPlanRow *row, const AccordField *field)
{
  for (guint i = 0; i < accord_review_count_links (row); i++)
    if (g_strcmp0 (((const AccordPlanLink *) row->links->pdata[i])->field, field->name) == 0)
      return TRUE;
  return FALSE;
}

/* Where a fact comes from, and what belongs to what, the page says and not a person; a field that a link
 * fills is chosen there. */
static gboolean
is_asked (const AccordPlanRow *row, guint index)
{
  static const char *const given[] = { "source", "passage", "position", NULL };
  static const char *const around[] = { "meeting", "item", "resolution", "decision", NULL };
  const AccordKind *kind = accord_record_get_kind (row->record);
  const AccordField *field = &kind->fields[index];

  if (field->flags & (ACCORD_FIELD_DERIVED | ACCORD_FIELD_CONTENT) || g_strv_contains (given, field->name)
      || is_linked (row, field))
    return FALSE;
  if (g_str_equal (kind->name, "source"))
    return field->type != ACCORD_FIELD_LONG_TEXT && !(field->flags & ACCORD_FIELD_FACT);
  return field->type != ACCORD_FIELD_REFERENCE
         || (!accord_record_is_empty (row->record, index) && !g_strv_contains (around, field->target));
}

/**
 * accord_review_fields_list:
 * @row: a row of a plan
 *
 * Returns: (transfer full) (element-type guint): indices of the fields of its record that a person may change
 */
GArray *
accord_review_fields_list (const AccordPlanRow *row)
{
  const AccordKind *kind = accord_record_get_kind (row->record);
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint section = 0; section < ACCORD_FORM_N_SECTIONS; section++)
    for (guint i = 0; i < kind->n_fields; i++)
      if (accord_form_section_of (kind, i) == section && is_asked (row, i))
        g_array_append_val (fields, i);
  return fields;
}

static AccordPlanRow *
get_row (AccordReviewFields *self)
{
  return self->model != NULL ? accord_review_model_get_row (self->model, self->entry) : NULL;
}

static void
clear_body (AccordReviewFields *self)
{
  GtkWidget *line;

  self->form = NULL;
  while ((line = gtk_widget_get_first_child (self->body)) != NULL)
    gtk_widget_unparent (line);
}

static char *
dup_shown (AccordRecord *record, guint field)
{
  g_autofree char *value = accord_form_dup_value (record, field);
  glong length = value != NULL ? g_utf8_strlen (value, -1) : 0;
  g_autofree char *start = NULL;

  if (length <= MOST_SHOWN)
    return g_steal_pointer (&value);
  start = g_utf8_substring (value, 0, MOST_SHOWN);
  return g_strconcat (start, "…", NULL);
}

static void
add_line (AccordReviewFields *self, AccordRecord *record, guint field)
{
  const AccordKind *kind = accord_record_get_kind (record);
  g_autofree char *text = dup_shown (record, field);
  GtkWidget *line = accord_words_new (0);
  GtkWidget *value;

  /* What it is called stands above. */
  if (field == kind->title_field || text == NULL || *text == '\0' || accord_kind_is_words (kind, field)
      || (kind->fields[field].type == ACCORD_FIELD_BOOLEAN
          && !accord_record_get_boolean (record, kind->fields[field].name)))
    {
      g_object_ref_sink (line);
      g_object_unref (line);
      return;
    }
  value = accord_page_label (text, NULL);
  gtk_label_set_lines (GTK_LABEL (value), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (value), PANGO_ELLIPSIZE_END);
  accord_words_append (line, accord_page_label (_ (kind->fields[field].label), "caption-line"));
  accord_words_append (line, value);
  accord_words_append (self->body, line);
}

static void
show_lines (AccordReviewFields *self)
{
  const AccordPlanRow *row = get_row (self);
  g_autoptr (GArray) fields = accord_review_fields_list (row);

  clear_body (self);
  for (guint i = 0; i < fields->len; i++)
    add_line (self, row->record, g_array_index (fields, guint, i));
  gtk_widget_set_visible (self->pencil,
                          fields->len > 0 && accord_review_model_can_take (self->model, self->entry));
  gtk_widget_set_visible (self->body, gtk_widget_get_first_child (self->body) != NULL);
}

/* --- As a form */

static gboolean
apply (AccordReviewFields *self)
{
  guint64 changed = 0;

  if (!accord_form_apply (ACCORD_FORM (self->form), &changed))
    {
      accord_form_focus_fault (ACCORD_FORM (self->form));
      return FALSE;
    }
  for (int i = 0; i < 64; i++)
    if (changed & G_GUINT64_CONSTANT (1) << i)
      accord_review_model_note_edit (self->model, self->entry, i);
  return TRUE;
}

static void
end_edit (AccordReviewFields *self)
{
  show_lines (self);
  g_signal_emit (self, signals[DONE], 0);
}

static void
on_save (AccordReviewFields *self)
{
  if (self->form != NULL && apply (self))
    end_edit (self);
}

static void
on_cancel (AccordReviewFields *self)
{
  if (self->form != NULL)
    end_edit (self);
}

static gboolean
on_save_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordReviewFields *self = ACCORD_REVIEW_FIELDS (widget);
  gboolean editing = self->form != NULL;

  on_save (self);
  return editing;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordReviewFields *self = ACCORD_REVIEW_FIELDS (widget);
  gboolean editing = self->form != NULL;

  on_cancel (self);
  return editing;
}

static GtkWidget *
make_buttons (AccordReviewFields *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = accord_page_button (_ ("_Cancel"));
  GtkWidget *save = accord_page_button (_ ("_Use this"));

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (on_cancel), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (save, "clicked", G_CALLBACK (on_save), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), save);
  return box;
}

/**
 * accord_review_fields_edit:
 * @self: what is known of a record
 *
 * Turns it into a form, unless there is nothing to change.
 */
void
accord_review_fields_edit (AccordReviewFields *self)
{
  const AccordPlanRow *row;
  g_autoptr (GArray) fields = NULL;

  g_return_if_fail (ACCORD_IS_REVIEW_FIELDS (self));

  row = get_row (self);
  if (row == NULL || !gtk_widget_get_visible (self->pencil))
    return;
  if (self->form == NULL)
    {
      fields = accord_review_fields_list (row);
      clear_body (self);
      self->form = accord_form_new (self->workspace, row->record, fields);
      accord_words_append (self->body, self->form);
      accord_words_append (self->body, make_buttons (self));
      gtk_widget_set_visible (self->body, TRUE);
      gtk_widget_set_visible (self->pencil, FALSE);
    }
  accord_form_focus_first (ACCORD_FORM (self->form));
}

/**
 * accord_review_fields_leave:
 * @self: what is known of a record
 *
 * Takes over what was typed, before another record is shown or the plan is kept.
 *
 * Returns: %FALSE when something in the form is not right; it says so beside the field
 */
gboolean
accord_review_fields_leave (AccordReviewFields *self)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_FIELDS (self), TRUE);

  if (self->form == NULL)
    return TRUE;
  if (!apply (self))
    return FALSE;
  show_lines (self);
  return TRUE;
}

/**
 * accord_review_fields_show:
 * @self: a card
 * @model: what is gone through
 * @entry: a line of it that is a record
 *
 * Shows what would be kept of it.
 */
void
accord_review_fields_show (AccordReviewFields *self, AccordReviewModel *model, AccordReviewEntry *entry)
{
  g_return_if_fail (ACCORD_IS_REVIEW_FIELDS (self));

  g_set_object (&self->model, model);
  g_set_object (&self->entry, entry);
  show_lines (self);
}

static void
accord_review_fields_dispose (GObject *object)
{
  AccordReviewFields *self = ACCORD_REVIEW_FIELDS (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->entry);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_review_fields_parent_class)->dispose (object);
}

static void
accord_review_fields_class_init (AccordReviewFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_review_fields_dispose;

  /**
   * AccordReviewFields::done:
   *
   * A person has ended an edit, in whatever way.
   */
  signals[DONE] = g_signal_new ("done", ACCORD_TYPE_REVIEW_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, on_save_key, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
accord_review_fields_init (AccordReviewFields *self)
{
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("What is kept of it"));
  self->pencil = accord_page_icon_button ("document-edit-symbolic", _ ("Change what is kept of it"));
  g_signal_connect_object (self->pencil, "clicked", G_CALLBACK (accord_review_fields_edit), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->pencil);
  self->body = accord_words_new (9);
  gtk_widget_add_css_class (self->body, "card-body");
  gtk_box_append (GTK_BOX (self->card), self->body);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
}

/**
 * accord_review_fields_new:
 * @workspace: where the record is to be kept
 *
 * Returns: (transfer floating): a card that shows nothing
 */
GtkWidget *
accord_review_fields_new (AccordWorkspace *workspace)
{
  AccordReviewFields *self = g_object_new (ACCORD_TYPE_REVIEW_FIELDS, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}
