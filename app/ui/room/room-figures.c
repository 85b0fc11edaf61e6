/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-figures.h"

#include "appraisal/figure-words.h"
#include "cba-words.h"
#include "form/drop-down-rows.h"
#include "form/page-parts.h"
#include "money.h"
#include "room/room-go.h"
#include "room/room-parts.h"

#include <glib/gi18n-lib.h>

#define NAME_CHARS 12

/* What an option comes to and for whom, each figure with what was said of it. */
struct _AccordRoomFigures
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *try;
  GtkWidget *options;
  GtkWidget *note;
  GtkWidget *rows;

  AccordRoomData *data;
  char *sign; /* what the rows depend on */
  guint option;
  gboolean writable;
  gboolean settling;
};

G_DEFINE_FINAL_TYPE (AccordRoomFigures, accord_room_figures, GTK_TYPE_WIDGET)

static void
on_try (AccordRoomFigures *self)
{
  accord_room_try (GTK_WIDGET (self), 0, "npsv");
}

static gint64
option_id (AccordRoomFigures *self)
{
  GPtrArray *options = self->data->appraisal->options;

  return self->option < options->len ? accord_record_get_id (options->pdata[self->option]) : 0;
}

static void
on_comment (GtkWidget *button, AccordRoomFigures *self)
{
  const char *code = g_object_get_data (G_OBJECT (button), "accord-figure");
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "figure", g_variant_new_string (code));
  if (option_id (self) > 0)
    g_variant_builder_add (&builder, "{sv}", "option", g_variant_new_int64 (option_id (self)));
  accord_room_comment (GTK_WIDGET (self), g_variant_builder_end (&builder));
}

/* On the figure whose button has the keyboard. */
static gboolean
comment_here (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || g_object_get_data (G_OBJECT (focus), "accord-figure") == NULL)
    return FALSE;
  on_comment (focus, ACCORD_ROOM_FIGURES (widget));
  return TRUE;
}

/* --- Rows. */

static gboolean
is_on (AccordRoomFigures *self, AccordRecord *comment, const char *code)
{
  gint64 option = accord_record_get_int (comment, "option");

  return accord_comment_get_on (comment) == ACCORD_COMMENT_ON_FIGURE
         && g_strcmp0 (accord_record_get_text (comment, "figure"), code) == 0
         && (option <= 0 || option == option_id (self));
}

static GtkWidget *
make_tools (AccordRoomFigures *self, const char *code, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  const AccordComments *comments = self->data->comments;

  gtk_widget_set_valign (marks, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), marks);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < comments->threads->len; i++)
    {
      const AccordCommentThread *thread = comments->threads->pdata[i];

      if (is_on (self, thread->record, code))
        accord_room_mark_add (marks, thread);
    }
  if (self->writable)
    {
      g_autofree char *name = g_strdup_printf (_ ("Comment on %s"), label);
      GtkWidget *button = accord_room_comment_button_new (name);

      g_object_set_data_full (G_OBJECT (button), "accord-figure", g_strdup (code), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_comment), self, 0);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static void
add_row (AccordRoomFigures *self, const char *code, const char *label, const char *value, const char *exact,
         gboolean large)
{
  GtkWidget *row =
      g_object_new (GTK_TYPE_BOX, "spacing", 9, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *name = accord_page_label (label, large ? "first-line" : NULL);
  GtkWidget *figure = gtk_label_new (value);
  g_autofree char *said = g_strdup_printf (_ ("%s: %s"), label, exact != NULL ? exact : value);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (name), NAME_CHARS);
  gtk_label_set_xalign (GTK_LABEL (figure), 1);
  gtk_widget_add_css_class (figure, "tabular");
  if (large)
    gtk_widget_add_css_class (figure, "room-figure");
  gtk_widget_set_tooltip_text (figure, exact);
  gtk_widget_add_css_class (row, "room-row");
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), figure);
  gtk_box_append (GTK_BOX (row), make_tools (self, code, label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (row), "accord-figure", g_strdup (code), g_free);
  gtk_box_append (GTK_BOX (self->rows), row);
}

static void
add_money (AccordRoomFigures *self, const char *code, double pence, gboolean large)
{
  gint64 whole = accord_cba_pence (pence);
  g_autofree char *label = accord_comment_dup_figure_words (code, NULL, NULL);
  g_autofree char *value = accord_money_format (whole, large ? ACCORD_MONEY_SHORT : ACCORD_MONEY_POUNDS);
  g_autofree char *exact = accord_money_format (whole, ACCORD_MONEY_FULL);

  add_row (self, code, label, value, exact, large);
}

static void
add_words (AccordRoomFigures *self, const char *code, const char *value, gboolean large)
{
  g_autofree char *label = accord_comment_dup_figure_words (code, NULL, NULL);

  add_row (self, code, label, value, NULL, large);
}

static void
add_organisations (AccordRoomFigures *self, const AccordCba *cba, const AccordCbaSums *sums)
{
  gboolean any = FALSE;

  for (guint i = 0; i < sums->positions->len; i++)
    {
      const AccordCbaPosition *position = &g_array_index (sums->positions, AccordCbaPosition, i);
      const AccordCbaOrganisation *who;
      g_autofree char *code = NULL, *value = NULL, *exact = NULL;

      if (position->organisation == ACCORD_CBA_NONE)
        continue;
      if (!any)
        gtk_box_append (GTK_BOX (self->rows),
                        accord_page_label (_ ("Who gains and who pays, net"), "room-group"));
      any = TRUE;
      who = cba->organisations->pdata[position->organisation];
      code = g_strconcat ("net:", who->uid, NULL);
      value = accord_figure_words_dup_pounds (position->present_net);
      exact = accord_money_format (accord_cba_pence (position->present_net), ACCORD_MONEY_FULL);
      add_row (self, code, who->name, value, exact, FALSE);
    }
}

/* Whether the rows would be others than they are. */
static gboolean
is_other (AccordRoomFigures *self, const AccordCbaResult *result)
{
  g_autoptr (GString) sign = g_string_new (NULL);

  g_string_append_printf (sign, "%u\n", self->option);
  if (result != NULL)
    g_string_append_printf (sign, "%g %g %g %u\n", result->net.npsv, result->net.pvc, result->net.pvb,
                            result->net.positions->len);
  for (guint i = 0; i < self->data->comments->threads->len; i++)
    {
      const AccordCommentThread *thread = self->data->comments->threads->pdata[i];

      if (thread->on == ACCORD_COMMENT_ON_FIGURE)
        accord_room_sign_comment (sign, thread->record);
    }
  if (g_strcmp0 (sign->str, self->sign) == 0)
    return FALSE;
  g_free (self->sign);
  self->sign = g_strdup (sign->str);
  return TRUE;
}

static void
show_rows (AccordRoomFigures *self)
{
  const AccordCba *cba = self->data->appraisal->cba;
  const AccordCbaResult *result =
      self->option < self->data->results->len ? self->data->results->pdata[self->option] : NULL;
  g_autofree char *ratio = NULL, *payback = NULL;

  if (!is_other (self, result))
    return;
  accord_page_empty_box (self->rows);
  gtk_widget_set_visible (self->try, result != NULL && self->writable);
  gtk_widget_set_visible (self->note, result == NULL);
  if (result == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->note),
                           self->data->appraisal->appraisal == NULL
                               ? _ ("No appraisal came with this case.")
                               : _ ("The figures of this appraisal cannot be worked out."));
      return;
    }
  ratio = accord_figure_words_dup_ratio (result->net.bcr);
  payback = accord_figure_words_dup_year (cba, result->net.discounted_payback);
  add_money (self, "npsv", result->net.npsv, TRUE);
  add_words (self, "bcr", ratio, TRUE);
  add_money (self, "pvc", result->net.pvc, FALSE);
  add_money (self, "pvb", result->net.pvb, FALSE);
  add_words (self, "payback", payback, FALSE);
  add_organisations (self, cba, &result->net);
}

/* --- Which option. */

static void
on_option (AccordRoomFigures *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->options));

  if (self->settling || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->option = selected;
  show_rows (self);
}

static void
show_options (AccordRoomFigures *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const AccordCba *cba = self->data->appraisal->cba;
  guint n = cba != NULL ? cba->options->len : 0;

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, ((const AccordCbaOption *) cba->options->pdata[i])->name);
  self->settling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->options), G_LIST_MODEL (names));
  if (self->option >= n)
    self->option = n > 0 ? accord_room_data_get_option (self->data) : 0;
  if (self->option < n)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->options), self->option);
  self->settling = FALSE;
  gtk_widget_set_visible (self->options, n > 1);
  if (self->option < n)
    {
      /* Translators: the name of an option. */
      g_autofree char *name = g_strdup_printf (
          _ ("Option: %s"), ((const AccordCbaOption *) cba->options->pdata[self->option])->name);

      accord_room_name_choice (self->options, name);
    }
}

static void
accord_room_figures_dispose (GObject *object)
{
  AccordRoomFigures *self = ACCORD_ROOM_FIGURES (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->data, accord_room_data_unref);
  g_clear_pointer (&self->sign, g_free);

  G_OBJECT_CLASS (accord_room_figures_parent_class)->dispose (object);
}

static void
accord_room_figures_class_init (AccordRoomFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_room_figures_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_m, GDK_CONTROL_MASK, comment_here, NULL);
}

static void
accord_room_figures_init (AccordRoomFigures *self)
{
  GtkWidget *head, *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->option = ACCORD_CBA_NONE;
  self->card = accord_page_card (&head, _ ("Appraisal"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->try = accord_page_button (_ ("_Try other assumptions…"));
  g_signal_connect_object (self->try, "clicked", G_CALLBACK (on_try), self, G_CONNECT_SWAPPED);
  self->options = gtk_drop_down_new (NULL, NULL);
  accord_drop_down_name_rows (self->options);
  g_signal_connect_object (self->options, "notify::selected", G_CALLBACK (on_option), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (foot, "room-foot");
  self->note = accord_page_label (NULL, "second-line");
  gtk_widget_set_halign (self->try, GTK_ALIGN_START);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (foot), self->options);
  gtk_box_append (GTK_BOX (foot), self->note);
  gtk_box_append (GTK_BOX (foot), self->rows);
  gtk_box_append (GTK_BOX (foot), self->try);
  gtk_box_append (GTK_BOX (self->card), foot);
}

/**
 * accord_room_figures_new:
 * @writable: whether they can be commented on
 *
 * Returns: (transfer floating): a card without figures
 */
GtkWidget *
accord_room_figures_new (gboolean writable)
{
  AccordRoomFigures *self = g_object_new (ACCORD_TYPE_ROOM_FIGURES, NULL);

  self->writable = writable;
  return GTK_WIDGET (self);
}

/**
 * accord_room_figures_show:
 * @self: figures
 * @data: a reading
 *
 * Shows what the case comes to. The option that a person chose stays.
 */
void
accord_room_figures_show (AccordRoomFigures *self, AccordRoomData *data)
{
  g_return_if_fail (ACCORD_IS_ROOM_FIGURES (self));

  accord_room_data_ref (data);
  g_clear_pointer (&self->data, accord_room_data_unref);
  self->data = data;
  show_options (self);
  show_rows (self);
}

/**
 * accord_room_figures_get_option:
 * @self: figures
 *
 * Returns: index of the option that is looked at, or %ACCORD_CBA_NONE where it cannot be worked out
 */
guint
accord_room_figures_get_option (AccordRoomFigures *self)
{
  return self->data != NULL && self->option < self->data->results->len
                 && self->data->results->pdata[self->option] != NULL
             ? self->option
             : ACCORD_CBA_NONE;
}

static void
choose_option_of (AccordRoomFigures *self, AccordRecord *comment)
{
  GPtrArray *options = self->data->appraisal->options;
  gint64 wanted = accord_record_get_int (comment, "option");

  for (guint i = 0; wanted > 0 && i < options->len; i++)
    if (accord_record_get_id (options->pdata[i]) == wanted && i != self->option)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->options), i);
}

/**
 * accord_room_figures_find:
 * @self: figures
 * @comment: a comment
 *
 * Returns: (transfer none) (nullable): the row that it is on, shown for its option; the card where the figure
 * is not there; %NULL where it is on something else
 */
GtkWidget *
accord_room_figures_find (AccordRoomFigures *self, AccordRecord *comment)
{
  const char *code = accord_record_get_text (comment, "figure");

  if (accord_comment_get_on (comment) != ACCORD_COMMENT_ON_FIGURE)
    return NULL;
  choose_option_of (self, comment);
  for (GtkWidget *child = gtk_widget_get_first_child (self->rows); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (child), "accord-figure"), code) == 0)
      return child;
  return GTK_WIDGET (self);
}
