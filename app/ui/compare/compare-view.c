/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/compare-view.h"

#include "compare/compare-card.h"
#include "compare/compare-choice.h"
#include "compare/compare-words.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

/* Two versions of a case: which two, what each comes to, and where they differ. */
struct _AccordCompareView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *choice;
  GtkWidget *summary;
  GtkWidget *cards;

  AccordWorkspace *workspace;
  GCancellable *reading;
  gint64 business_case;
  gint64 first; /* the version that the view was opened for */
  gint64 before;
  gint64 after;
};

G_DEFINE_FINAL_TYPE (AccordCompareView, accord_compare_view, GTK_TYPE_WIDGET)

/* --- What is read. */

void
accord_compare_data_free (AccordCompareData *self)
{
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->comparison, accord_comparison_free);
  g_free (self->problem);
  g_free (self);
}

static GPtrArray *
list_versions (AccordReader *reader, gint64 business_case, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "version");
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, (guint) accord_kind_find_field (kind, "case"), ACCORD_OPERATOR_EQUAL,
                           business_case);
  accord_query_set_sort (query, accord_kind_find_field (kind, "number"), TRUE);
  return accord_reader_list (reader, query, error);
}

/**
 * accord_compare_data_read:
 * @reader: a reader
 * @business_case: a business case
 * @before: a version of it
 * @after: another, or 0 for the case as it stands
 * @error: return location for an error
 *
 * Returns: (transfer full): how they differ, or why that cannot be told; %NULL where nothing can be read
 */
AccordCompareData *
accord_compare_data_read (AccordReader *reader, gint64 business_case, gint64 before, gint64 after,
                          GError **error)
{
  AccordCompareData *self = g_new0 (AccordCompareData, 1);
  g_autoptr (GError) problem = NULL;

  self->business_case = business_case;
  self->before = before;
  self->after = after;
  self->versions = list_versions (reader, business_case, error);
  if (self->versions == NULL)
    {
      accord_compare_data_free (self);
      return NULL;
    }
  self->comparison = accord_compare_versions (reader, business_case, before, after, &problem);
  if (self->comparison == NULL)
    self->problem = g_strdup (problem->message);
  return self;
}

/* --- What is shown. */

static void
show_words (AccordCompareView *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->summary), words);
}

/* One card for each kind of record, in the order in which the differences come. */
static void
add_groups (AccordCompareView *self, GPtrArray *rows)
{
  AccordSchema *schema = accord_workspace_get_schema (self->workspace);

  for (guint first = 0, last; first < rows->len; first = last)
    {
      const char *name = ((AccordCompareRow *) rows->pdata[first])->kind;
      const AccordKind *kind = accord_schema_find_kind (schema, name);
      g_autoptr (GPtrArray) group = g_ptr_array_new ();

      for (last = first;
           last < rows->len && g_strcmp0 (((AccordCompareRow *) rows->pdata[last])->kind, name) == 0; last++)
        g_ptr_array_add (group, rows->pdata[last]);
      gtk_box_append (GTK_BOX (self->cards),
                      accord_compare_card_new (g_strcmp0 (name, "case") == 0 ? _ ("The case itself")
                                               : kind != NULL                ? _ (kind->plural)
                                                                             : name,
                                               group));
    }
}

static void
show_comparison (AccordCompareView *self, const AccordComparison *comparison)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();
  g_autofree char *summary = accord_compare_dup_summary (comparison);
  g_autofree char *all = NULL;

  g_ptr_array_add (sentences, summary);
  for (guint i = 0; i < comparison->remarks->len; i++)
    g_ptr_array_add (sentences, comparison->remarks->pdata[i]);
  g_ptr_array_add (sentences, NULL);
  all = g_strjoinv ("\n", (char **) sentences->pdata);
  accord_page_empty_box (self->cards);
  show_words (self, all);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *card = accord_compare_figures_card_new (comparison, i == 1);

      if (card != NULL)
        gtk_box_append (GTK_BOX (self->cards), card);
    }
  add_groups (self, comparison->rows);
}

static void
show_data (AccordCompareView *self, const AccordCompareData *data)
{
  gtk_widget_remove_css_class (self->summary, "error-words");
  if (data->comparison != NULL)
    {
      show_comparison (self, data->comparison);
      return;
    }
  accord_page_empty_box (self->cards);
  gtk_widget_add_css_class (self->summary, "error-words");
  show_words (self, data->problem);
}

/* --- Another two. */

typedef struct
{
  gint64 business_case;
  gint64 before;
  gint64 after;
} Question;

static gpointer
read_data (AccordReader *reader, gpointer data, GError **error)
{
  const Question *question = data;

  return accord_compare_data_read (reader, question->business_case, question->before, question->after, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordCompareView) self = user_data;
  g_autoptr (GError) error = NULL;
  AccordCompareData *data = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (data == NULL)
    {
      if (self->box != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_words (self, error->message);
      return;
    }
  if (self->box != NULL)
    show_data (self, data);
  accord_compare_data_free (data);
}

static void
ask (AccordCompareView *self)
{
  Question question = { self->business_case, self->before, self->after };

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  accord_workspace_read_async (self->workspace, read_data, g_memdup2 (&question, sizeof question), g_free,
                               (GDestroyNotify) accord_compare_data_free, self->reading, on_read,
                               g_object_ref (self));
}

static void
on_chosen (AccordCompareView *self)
{
  self->before = accord_compare_choice_get_before (ACCORD_COMPARE_CHOICE (self->choice));
  self->after = accord_compare_choice_get_after (ACCORD_COMPARE_CHOICE (self->choice));
  ask (self);
}

static void
accord_compare_view_dispose (GObject *object)
{
  AccordCompareView *self = ACCORD_COMPARE_VIEW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_compare_view_parent_class)->dispose (object);
}

static void
accord_compare_view_class_init (AccordCompareViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_compare_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_compare_view_init (AccordCompareView *self)
{
  GtkWidget *head, *card = accord_page_card (&head, _ ("What is held against what"));
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->choice = accord_compare_choice_new ();
  g_signal_connect_object (self->choice, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  self->summary = accord_page_label (NULL, NULL);
  gtk_widget_add_css_class (body, "card-body");
  gtk_box_append (GTK_BOX (body), self->choice);
  gtk_box_append (GTK_BOX (body), self->summary);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self->box), card);
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (self->box), self->cards);
}

/**
 * accord_compare_view_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a view of no versions yet
 */
GtkWidget *
accord_compare_view_new (AccordWorkspace *workspace)
{
  AccordCompareView *self = g_object_new (ACCORD_TYPE_COMPARE_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/**
 * accord_compare_view_show:
 * @self: a view
 * @data: two versions
 *
 * Shows how they differ. Where a person has chosen another two of the same case, those stay and are read
 * anew.
 */
void
accord_compare_view_show (AccordCompareView *self, const AccordCompareData *data)
{
  gboolean same = self->business_case == data->business_case && self->first == data->before;

  g_return_if_fail (ACCORD_IS_COMPARE_VIEW (self));

  accord_compare_choice_show (ACCORD_COMPARE_CHOICE (self->choice), data->versions, data->before,
                              data->after);
  if (same && (self->before != data->before || self->after != data->after))
    {
      ask (self);
      return;
    }
  self->business_case = data->business_case;
  self->first = self->before = data->before;
  self->after = data->after;
  show_data (self, data);
}
