/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/filter-bar.h"

#include "list/filters.h"

#include <glib/gi18n-lib.h>

#define GAP 6

/**
 * AccordFilterBar:
 *
 * What a list is filtered by, a chip for each field: pressing one changes it, its cross takes it away. Chips
 * wrap onto as many lines as they need.
 */
struct _AccordFilterBar
{
  GtkWidget parent_instance;

  AccordWorkspace *workspace;
  AccordQuery *query;
  AccordQuery *base;
  GCancellable *cancellable;
};

enum
{
  APPLY,
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AccordFilterBar, accord_filter_bar, GTK_TYPE_WIDGET)

/* --- The name of a record that is asked for */

typedef struct
{
  const AccordKind *kind;
  gint64 id;
} TitleQuestion;

typedef struct
{
  AccordFilterBar *bar;
  GtkWidget *chip;
  guint field;
} TitleAnswer;

static void
title_answer_free (TitleAnswer *answer)
{
  g_clear_weak_pointer (&answer->chip);
  g_object_unref (answer->bar);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TitleAnswer, title_answer_free)

static gpointer
read_title (AccordReader *reader, gpointer data, GError **error)
{
  TitleQuestion *question = data;

  return accord_reader_dup_title (reader, question->kind, question->id, error);
}

static void
label_chip (GtkWidget *chip, const char *words)
{
  GtkWidget *edit = gtk_widget_get_first_child (chip);
  GtkWidget *remove = gtk_widget_get_last_child (chip);
  /* Translators: %s is a filter, such as “Status: Open”. */
  g_autofree char *label = g_strdup_printf (_ ("Remove the filter %s"), words);

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (edit))), words);
  gtk_widget_set_tooltip_text (remove, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
title_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TitleAnswer) answer = data;
  g_autofree char *title = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, NULL);
  g_autofree char *words = NULL;

  if (title == NULL || answer->chip == NULL)
    return;
  words = accord_filters_dup_words (answer->bar->query, answer->bar->base, answer->field, title);
  if (words != NULL)
    label_chip (answer->chip, words);
}

static void
find_title (AccordFilterBar *self, GtkWidget *chip, guint field)
{
  const AccordFilter *filter = accord_filters_find (self->query, self->base, field, -1);
  const AccordField *row = &accord_query_get_kind (self->query)->fields[field];
  TitleQuestion *question;
  TitleAnswer *answer;

  if (accord_filters_get_shape (row) != ACCORD_FILTER_SHAPE_RECORD || filter->op == ACCORD_OPERATOR_UNKNOWN)
    return;
  question = g_new0 (TitleQuestion, 1);
  question->kind = accord_schema_find_kind (accord_workspace_get_schema (self->workspace), row->target);
  question->id = filter->number;
  answer = g_new0 (TitleAnswer, 1);
  answer->bar = g_object_ref (self);
  answer->field = field;
  g_set_weak_pointer (&answer->chip, chip);
  accord_workspace_read_async (self->workspace, read_title, question, g_free, g_free, self->cancellable,
                               title_read_cb, answer);
}

/* --- Chips */

static guint
field_of (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (gtk_widget_get_parent (button)), "accord-field"));
}

static void
edit_cb (AccordFilterBar *self, GtkWidget *button)
{
  g_signal_emit (self, signals[EDIT], 0, field_of (button));
}

static void
remove_cb (AccordFilterBar *self, GtkWidget *button)
{
  g_autoptr (AccordQuery) query = accord_filters_without (self->query, self->base, field_of (button));

  g_signal_emit (self, signals[APPLY], 0, query);
}

static void
add_chip (AccordFilterBar *self, guint field, const char *words)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *edit = gtk_button_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (edit), label);
  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data (G_OBJECT (chip), "accord-field", GUINT_TO_POINTER (field));
  g_signal_connect_object (edit, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), edit);
  gtk_box_append (GTK_BOX (chip), remove);
  label_chip (chip, words);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
  find_title (self, chip, field);
}

static void
remove_chips (AccordFilterBar *self)
{
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (chip);
}

/* Lays the chips out in @width, or only measures when @allocate is unset; returns the height. */
static int
lay_out (GtkWidget *widget, int width, gboolean allocate)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *chip = gtk_widget_get_first_child (widget); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      GtkRequisition size;

      gtk_widget_get_preferred_size (chip, NULL, &size);
      size.width = MIN (size.width, MAX (width, 1));
      if (x > 0 && x + size.width > width)
        {
          x = 0;
          y += line + GAP;
          line = 0;
        }
      if (allocate)
        gtk_widget_size_allocate (
            chip, &(GtkAllocation){ rtl ? width - x - size.width : x, y, size.width, size.height }, -1);
      x += size.width + GAP;
      line = MAX (line, size.height);
    }
  return y + line;
}

static GtkSizeRequestMode
accord_filter_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_filter_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                           int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (widget, for_size < 0 ? G_MAXINT : for_size, FALSE);
      return;
    }
  for (GtkWidget *chip = gtk_widget_get_first_child (widget); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      int chip_minimum, chip_natural;

      gtk_widget_measure (chip, orientation, -1, &chip_minimum, &chip_natural, NULL, NULL);
      *minimum = MAX (*minimum, chip_minimum);
      *natural += chip_natural + GAP;
    }
}

static void
accord_filter_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static void
accord_filter_bar_dispose (GObject *object)
{
  AccordFilterBar *self = ACCORD_FILTER_BAR (object);

  g_cancellable_cancel (self->cancellable);
  remove_chips (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->query, accord_query_unref);
  g_clear_pointer (&self->base, accord_query_unref);

  G_OBJECT_CLASS (accord_filter_bar_parent_class)->dispose (object);
}

static void
accord_filter_bar_class_init (AccordFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_filter_bar_dispose;
  widget_class->get_request_mode = accord_filter_bar_get_request_mode;
  widget_class->measure = accord_filter_bar_measure;
  widget_class->size_allocate = accord_filter_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * AccordFilterBar::apply:
   * @query: what is to be listed
   *
   * A filter was taken away.
   */
  signals[APPLY] = g_signal_new ("apply", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, ACCORD_TYPE_QUERY);
  /**
   * AccordFilterBar::edit:
   * @field: index of the field
   *
   * A filter is to be changed.
   */
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
accord_filter_bar_init (AccordFilterBar *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filters"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * accord_filter_bar_show:
 * @self: a bar
 * @workspace: where the records are
 * @query: what is listed
 * @base: the query whose filters always hold, and are not shown
 *
 * Shows the filters of @query.
 */
void
accord_filter_bar_show (AccordFilterBar *self, AccordWorkspace *workspace, AccordQuery *query,
                        AccordQuery *base)
{
  const AccordKind *kind = accord_query_get_kind (query);

  g_return_if_fail (ACCORD_IS_FILTER_BAR (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->workspace, workspace);
  accord_query_ref (query);
  accord_query_ref (base);
  g_clear_pointer (&self->query, accord_query_unref);
  g_clear_pointer (&self->base, accord_query_unref);
  self->query = query;
  self->base = base;

  remove_chips (self);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *words = accord_filters_dup_words (query, base, i, NULL);

      if (words != NULL)
        add_chip (self, i, words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}
