/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/filter-bar.h"

#include "list/filters.h"
#include "query-words.h"

#include <glib/gi18n-lib.h>

#define GAP 6

/**
 * AccordFilterBar:
 *
 * What a list shows, read as a sentence: what it is, and a chip for each field that it is filtered by.
 * Pressing one changes it, its cross or Delete takes it away. Chips wrap onto as many lines as they need.
 */
struct _AccordFilterBar
{
  GtkWidget parent_instance;

  AccordWorkspace *workspace;
  AccordQuery *query;
  AccordQuery *base;
  GHashTable *titles; /* of the records that filters name, as far as they were read */
  GCancellable *cancellable;
  char *heading;
  char *sentence;
};

enum
{
  PROP_SENTENCE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  APPLY,
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AccordFilterBar, accord_filter_bar, GTK_TYPE_WIDGET)

/* --- Chips */

static void
label_chip (GtkWidget *chip, const char *words)
{
  GtkWidget *edit = gtk_widget_get_first_child (chip);
  GtkWidget *remove = gtk_widget_get_last_child (chip);
  /* Translators: %s is a filter, such as “over £5,000”. */
  g_autofree char *label = g_strdup_printf (_ ("Remove the filter %s"), words);

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (edit))), words);
  gtk_widget_set_tooltip_text (remove, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

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

static gboolean
delete_cb (GtkWidget *chip, GVariant *arguments, gpointer data)
{
  g_signal_emit_by_name (gtk_widget_get_last_child (chip), "clicked");
  return TRUE;
}

static void
add_delete_key (GtkWidget *chip)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Delete|KP_Delete|BackSpace"),
                        gtk_callback_action_new (delete_cb, NULL, NULL)));
  gtk_widget_add_controller (chip, controller);
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
  add_delete_key (chip);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
}

static void
add_heading (AccordFilterBar *self)
{
  GtkWidget *label = gtk_label_new (self->heading);

  gtk_widget_add_css_class (label, "filter-heading");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
remove_chips (AccordFilterBar *self)
{
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (chip);
}

static GtkWidget *
nth_child (AccordFilterBar *self, int index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (index-- > 0 && child != NULL && gtk_widget_get_next_sibling (child) != NULL)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Which of the chips has the focus, or -1. */
static int
find_focus (AccordFilterBar *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  int index = 0;

  for (; focus != NULL; focus = gtk_widget_get_prev_sibling (focus))
    index++;
  return index - 1;
}

static void
tell_sentence (AccordFilterBar *self)
{
  char *sentence = accord_query_dup_sentence (self->query, self->heading,
                                              accord_query_get_n_filters (self->base), self->titles);

  if (g_strcmp0 (sentence, self->sentence) == 0)
    {
      g_free (sentence);
      return;
    }
  g_free (self->sentence);
  self->sentence = sentence;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
}

/* Whoever takes filters away with the keyboard goes on with the next, and after the last with the list. */
static void
fill (AccordFilterBar *self)
{
  g_autoptr (GPtrArray) parts =
      accord_query_dup_parts (self->query, accord_query_get_n_filters (self->base), self->titles);
  int focus = find_focus (self);
  gboolean some = FALSE;

  remove_chips (self);
  add_heading (self);
  for (guint i = 0; i < parts->len; i++)
    {
      const AccordQueryPart *part = parts->pdata[i];

      if (part->field >= 0)
        add_chip (self, part->field, part->words);
      some |= part->field >= 0;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), some);
  if (focus >= 0 && some)
    gtk_widget_child_focus (nth_child (self, focus), GTK_DIR_TAB_FORWARD);
  else if (focus >= 0)
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
  tell_sentence (self);
}

/* --- What the records are called that are asked for */

static gpointer
read_titles (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reader_query_titles (reader, data, error);
}

static void
titles_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordFilterBar) self = data;
  g_autoptr (GHashTable) titles = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, NULL);
  gboolean news = FALSE;
  GHashTableIter iter;
  gpointer key, title;

  if (titles == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_hash_table_iter_init (&iter, titles);
  while (g_hash_table_iter_next (&iter, &key, &title))
    if (g_strcmp0 (g_hash_table_lookup (self->titles, key), title) != 0)
      {
        g_hash_table_insert (self->titles, g_strdup (key), g_strdup (title));
        news = TRUE;
      }
  if (news)
    fill (self);
}

static gboolean
names_records (AccordQuery *query)
{
  for (guint i = 0; i < accord_query_get_n_filters (query); i++)
    if (accord_query_get_kind (query)->fields[accord_query_get_filter (query, i)->field].target != NULL)
      return TRUE;
  return FALSE;
}

static void
find_titles (AccordFilterBar *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (!names_records (self->query))
    return;
  self->cancellable = g_cancellable_new ();
  accord_workspace_read_async (self->workspace, read_titles, accord_query_ref (self->query),
                               (GDestroyNotify) accord_query_unref, (GDestroyNotify) g_hash_table_unref,
                               self->cancellable, titles_read_cb, g_object_ref (self));
}

/* --- The widget */

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
accord_filter_bar_finalize (GObject *object)
{
  AccordFilterBar *self = ACCORD_FILTER_BAR (object);

  g_hash_table_unref (self->titles);
  g_free (self->heading);
  g_free (self->sentence);

  G_OBJECT_CLASS (accord_filter_bar_parent_class)->finalize (object);
}

static void
accord_filter_bar_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_SENTENCE)
    g_value_set_string (value, ACCORD_FILTER_BAR (object)->sentence);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
accord_filter_bar_class_init (AccordFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_filter_bar_finalize;
  G_OBJECT_CLASS (klass)->get_property = accord_filter_bar_get_property;
  widget_class->get_request_mode = accord_filter_bar_get_request_mode;
  widget_class->measure = accord_filter_bar_measure;
  widget_class->size_allocate = accord_filter_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  properties[PROP_SENTENCE] =
      g_param_spec_string ("sentence", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

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
  self->titles = accord_query_titles_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filters"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * accord_filter_bar_show:
 * @self: a bar
 * @workspace: where the records are
 * @query: what is listed
 * @base: the query whose filters always hold, and are not shown
 * @heading: what is listed where only @base is asked
 *
 * Shows the filters of @query.
 */
void
accord_filter_bar_show (AccordFilterBar *self, AccordWorkspace *workspace, AccordQuery *query,
                        AccordQuery *base, const char *heading)
{
  g_return_if_fail (ACCORD_IS_FILTER_BAR (self));
  g_return_if_fail (query != NULL && base != NULL && heading != NULL);

  g_set_object (&self->workspace, workspace);
  accord_query_ref (query);
  accord_query_ref (base);
  g_clear_pointer (&self->query, accord_query_unref);
  g_clear_pointer (&self->base, accord_query_unref);
  self->query = query;
  self->base = base;
  g_free (self->heading);
  self->heading = g_strdup (heading);
  fill (self);
  find_titles (self);
}

/**
 * accord_filter_bar_get_sentence:
 * @self: a bar
 *
 * Returns: (nullable): what is listed, such as “Payments · 2019/20 · over £5,000 · Persona”
 */
const char *
accord_filter_bar_get_sentence (AccordFilterBar *self)
{
  g_return_val_if_fail (ACCORD_IS_FILTER_BAR (self), NULL);

  return self->sentence;
}

/**
 * accord_filter_bar_get_titles:
 * @self: a bar
 *
 * Returns: (transfer none) (element-type utf8 utf8): what the records are called that filters name, as far as
 * is known; more may be added
 */
GHashTable *
accord_filter_bar_get_titles (AccordFilterBar *self)
{
  g_return_val_if_fail (ACCORD_IS_FILTER_BAR (self), NULL);

  return self->titles;
}
