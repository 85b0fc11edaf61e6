/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-changes.h"

#include "form/form-model.h"
#include "form/page-parts.h"
#include "form/words.h"

#include <glib/gi18n-lib.h>

#define MOST_LINES 6
#define MOST_SHOWN 240

/* What a page that is read again changes in a record: before and after, field by field. */
struct _AccordReviewChanges
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *body;

  AccordWorkspace *workspace;
  AccordRecord *after;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AccordReviewChanges, accord_review_changes, GTK_TYPE_WIDGET)

/* In one line, for the two to be seen beside each other; all of it stands in the page. */
static char *
dup_value (AccordRecord *record, guint field)
{
  g_autofree char *value = accord_form_dup_value (record, field);
  g_autofree char *start = NULL;

  if (value == NULL || *value == '\0')
    return g_strdup (_ ("nothing"));
  if (g_utf8_strlen (value, -1) > MOST_SHOWN)
    {
      g_autofree char *part = g_utf8_substring (value, 0, MOST_SHOWN);

      start = g_strconcat (part, "…", NULL);
    }
  else
    start = g_steal_pointer (&value);
  g_strdelimit (start, "\r\n\t", ' ');
  return g_steal_pointer (&start);
}

static GtkWidget *
make_value (const char *text, const char *style_class)
{
  GtkWidget *label = accord_page_label (text, style_class);

  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
add_change (AccordReviewChanges *self, AccordRecord *before, guint field)
{
  const AccordKind *kind = accord_record_get_kind (before);
  g_autofree char *old = dup_value (before, field);
  g_autofree char *new = dup_value (self->after, field);
  /* Translators: what a field had before a page was read again. */
  g_autofree char *was = g_strdup_printf (_ ("Was: %s"), old);
  /* Translators: what a field has after a page was read again. */
  g_autofree char *becomes = g_strdup_printf (_ ("Becomes: %s"), new);
  GtkWidget *line = accord_words_new (2);

  accord_words_append (line, accord_page_label (_ (kind->fields[field].label), "caption-line"));
  accord_words_append (line, make_value (was, "dim-label"));
  accord_words_append (line, make_value (becomes, NULL));
  accord_words_append (self->body, line);
}

static gboolean
is_shown (AccordReviewChanges *self, AccordRecord *before, guint field)
{
  static const char *const given[] = { "source", "passage", NULL };
  const AccordField *described = &accord_record_get_kind (before)->fields[field];

  return !(described->flags & (ACCORD_FIELD_DERIVED | ACCORD_FIELD_CONTENT))
         && !g_strv_contains (given, described->name)
         && !accord_record_field_equal (before, self->after, field);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordReviewChanges) self = user_data;
  g_autoptr (AccordRecord) before =
      accord_workspace_get_record_finish (ACCORD_WORKSPACE (source), result, NULL);

  if (before == NULL || self->after == NULL
      || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  for (guint i = 0; i < accord_record_get_kind (before)->n_fields; i++)
    if (is_shown (self, before, i))
      add_change (self, before, i);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->body) != NULL);
}

/**
 * accord_review_changes_show:
 * @self: a card
 * @row: (nullable): a row of a plan
 *
 * Shows what the row changes in the record that is kept, once that is read; nothing for other rows.
 */
void
accord_review_changes_show (AccordReviewChanges *self, const AccordPlanRow *row)
{
  GtkWidget *line;

  g_return_if_fail (ACCORD_IS_REVIEW_CHANGES (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->after);
  while ((line = gtk_widget_get_first_child (self->body)) != NULL)
    gtk_widget_unparent (line);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (row == NULL || row->doing != ACCORD_PLAN_UPDATE)
    return;
  self->after = g_object_ref (row->record);
  self->cancellable = g_cancellable_new ();
  accord_workspace_get_record_async (self->workspace, accord_record_get_kind (row->record),
                                     accord_record_get_id (row->record), self->cancellable, on_read,
                                     g_object_ref (self));
}

static void
accord_review_changes_dispose (GObject *object)
{
  AccordReviewChanges *self = ACCORD_REVIEW_CHANGES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->after);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_review_changes_parent_class)->dispose (object);
}

static void
accord_review_changes_class_init (AccordReviewChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_review_changes_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_review_changes_init (AccordReviewChanges *self)
{
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("What changes"));
  self->body = accord_words_new (9);
  gtk_widget_add_css_class (self->body, "card-body");
  gtk_box_append (GTK_BOX (self->card), self->body);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * accord_review_changes_new:
 * @workspace: where the records are kept
 *
 * Returns: (transfer floating): a card that shows nothing
 */
GtkWidget *
accord_review_changes_new (AccordWorkspace *workspace)
{
  AccordReviewChanges *self = g_object_new (ACCORD_TYPE_REVIEW_CHANGES, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}
