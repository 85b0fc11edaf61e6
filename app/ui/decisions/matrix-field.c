/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions/matrix-field.h"

#include "decisions/matrix-more.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "go.h"
#include "status.h"

#include <glib/gi18n-lib.h>

/*
 * One field of the matrix: what a body said of a case, a case at the head of its row, or a body at the head
 * of its column. The same widget serves for all, so that a large matrix needs no more of them than are in
 * sight.
 */
struct _AccordMatrixField
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *first;
  GtkWidget *image;
  GtkWidget *title;
  GtkWidget *second;
  GtkWidget *third;
  GtkWidget *alert;
  GtkWidget *third_words;
  GtkWidget *fourth;
  GtkWidget *late;
  GtkWidget *fourth_words;
  GtkWidget *more;
  const char *style;
  const char *tone;

  const AccordMatrixRow *row;
  const AccordMatrixColumn *column;
};

G_DEFINE_FINAL_TYPE (AccordMatrixField, accord_matrix_field, GTK_TYPE_WIDGET)

static void
on_clicked (AccordMatrixField *self)
{
  const AccordMatrixCell *cell;
  gint64 id;

  if (self->row == NULL)
    {
      if (self->column->body != ACCORD_UNKNOWN)
        accord_go_to_record (GTK_WIDGET (self), "body", self->column->body);
      return;
    }
  if (self->column == NULL)
    {
      accord_go_to_record (GTK_WIDGET (self), "case", accord_record_get_id (self->row->record));
      return;
    }
  cell = accord_matrix_row_get_cell (self->row, self->column);
  if (cell != NULL)
    {
      const char *kind = accord_matrix_get_link (accord_matrix_cell_get_main (cell), &id);

      accord_go_to_record (GTK_WIDGET (self), kind, id);
    }
}

static gboolean
show_more (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordMatrixField *self = ACCORD_MATRIX_FIELD (widget);

  if (self->row == NULL || self->column == NULL
      || accord_matrix_row_get_cell (self->row, self->column) == NULL)
    return FALSE;
  accord_matrix_more_show (GTK_WIDGET (self), self->row, self->column);
  return TRUE;
}

static void
on_more (AccordMatrixField *self)
{
  show_more (GTK_WIDGET (self), NULL, NULL);
}

static void
on_secondary (GtkGestureClick *gesture, int n_press, double x, double y, AccordMatrixField *self)
{
  if (show_more (GTK_WIDGET (self), NULL, NULL))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
accord_matrix_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ACCORD_MATRIX_FIELD (widget)->button);
}

static void
accord_matrix_field_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (accord_matrix_field_parent_class)->dispose (object);
}

static GtkSizeRequestMode
accord_matrix_field_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_matrix_field_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (ACCORD_MATRIX_FIELD (widget)->button, orientation, for_size, minimum, natural, NULL,
                      NULL);
}

/* The small button lies over the corner of the large one, not within it. */
static void
accord_matrix_field_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordMatrixField *self = ACCORD_MATRIX_FIELD (widget);
  GtkAllocation all = { 0, 0, width, height }, corner;

  gtk_widget_size_allocate (self->button, &all, -1);
  for (GtkWidget *child = gtk_widget_get_next_sibling (self->button); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        gtk_popover_present (GTK_POPOVER (child));
      else if (gtk_widget_should_layout (child))
        {
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &corner.width, NULL, NULL, NULL);
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &corner.height, NULL, NULL, NULL);
          corner.x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 3 : width - corner.width - 3;
          corner.y = 3;
          gtk_widget_size_allocate (child, &corner, -1);
        }
    }
}

static void
accord_matrix_field_class_init (AccordMatrixFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_matrix_field_dispose;
  widget_class->get_request_mode = accord_matrix_field_get_request_mode;
  widget_class->measure = accord_matrix_field_measure;
  widget_class->size_allocate = accord_matrix_field_size_allocate;
  widget_class->grab_focus = accord_matrix_field_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "matrixfield");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, show_more, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, show_more, NULL);
}

static GtkWidget *
make_row (GtkWidget **image, GtkWidget **words, const char *style_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                         GTK_ALIGN_START, NULL);
  *words = accord_page_label (NULL, style_class);
  gtk_widget_set_hexpand (*words, TRUE);
  gtk_box_append (GTK_BOX (box), *image);
  gtk_box_append (GTK_BOX (box), *words);
  return box;
}

static void
accord_matrix_field_init (AccordMatrixField *self)
{
  GtkWidget *words = accord_words_new (2);
  GtkGesture *secondary = gtk_gesture_click_new ();

  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "matrix-main");
  self->first = make_row (&self->image, &self->title, "cell-title");
  self->second = accord_page_label (NULL, "second-line");
  gtk_widget_add_css_class (self->second, "tabular");
  self->third = make_row (&self->alert, &self->third_words, "second-line");
  self->fourth = make_row (&self->late, &self->fourth_words, "second-line");
  gtk_image_set_from_icon_name (GTK_IMAGE (self->late), "accord-status-overdue-symbolic");
  gtk_widget_add_css_class (self->late, "overdue");
  accord_words_append (words, self->first);
  accord_words_append (words, self->second);
  accord_words_append (words, self->third);
  accord_words_append (words, self->fourth);
  gtk_widget_set_valign (words, GTK_ALIGN_START);
  gtk_button_set_child (GTK_BUTTON (self->button), words);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);

  self->more = accord_page_icon_button ("view-more-symbolic", _ ("All views and caveats"));
  gtk_widget_add_css_class (self->more, "matrix-more");
  gtk_widget_set_focusable (self->more, FALSE);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (on_more), self, G_CONNECT_SWAPPED);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (on_secondary), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

/**
 * accord_matrix_field_new:
 *
 * Returns: (transfer floating): an empty field of a matrix
 */
GtkWidget *
accord_matrix_field_new (void)
{
  return g_object_new (ACCORD_TYPE_MATRIX_FIELD, NULL);
}

static void
set_line (GtkWidget *line, GtkWidget *label, const char *words)
{
  gtk_widget_set_visible (line, words != NULL);
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), words != NULL ? words : "") != 0)
    gtk_label_set_label (GTK_LABEL (label), words != NULL ? words : "");
}

static void
swap_class (GtkWidget *widget, const char **before, const char *after)
{
  if (g_strcmp0 (*before, after) == 0)
    return;
  if (*before != NULL)
    gtk_widget_remove_css_class (widget, *before);
  if (after != NULL)
    gtk_widget_add_css_class (widget, after);
  *before = after;
}

/* A shape tells one outcome from another, and a colour does so for those who see it. */
static void
set_icon (GtkWidget *image, const char **tone, const AccordStatus *status)
{
  gtk_widget_set_visible (image, status != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), status != NULL ? status->icon_name : NULL);
  swap_class (image, tone, status != NULL ? status->style_class : NULL);
}

static void
show_view (AccordMatrixField *self, const AccordMatrixCell *cell)
{
  g_autofree char *outcome = NULL, *date = NULL, *caveats = NULL, *awaited = NULL;
  gboolean overdue = cell->tally.n_overdue > 0;

  if (cell->outcomes->len > 0)
    {
      AccordRecord *main = accord_matrix_cell_get_main (cell);
      const AccordField *field = accord_kind_get_field (accord_record_get_kind (main), "outcome");

      outcome = accord_matrix_dup_outcome (main);
      date = accord_matrix_cell_dup_date (cell);
      set_icon (self->image, &self->tone, accord_status_find (field, accord_matrix_cell_get_outcome (cell)));
    }
  else
    set_icon (self->image, &self->tone, NULL);
  set_line (self->first, self->title, outcome != NULL ? outcome : _ ("No view on record"));
  set_line (self->second, self->second,
            date != NULL              ? date
            : cell->outcomes->len > 0 ? _ ("date not known")
                                      : NULL);
  caveats = accord_matrix_cell_dup_caveats (cell);
  set_line (self->third, self->third_words, caveats);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->alert),
                                overdue ? "accord-status-overdue-symbolic" : "accord-caveat-symbolic");
  gtk_widget_remove_css_class (self->alert, "overdue");
  if (overdue)
    gtk_widget_add_css_class (self->alert, "overdue");
  awaited = accord_matrix_cell_dup_awaited (cell);
  set_line (self->fourth, self->fourth_words, awaited);
  gtk_widget_set_visible (self->late, cell->late);
  swap_class (GTK_WIDGET (self), &self->style, cell->late ? "late" : "view");
}

static void
show_case (AccordMatrixField *self)
{
  AccordRecord *record = self->row->record;
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (record), "stage");
  const char *stage = accord_field_choice_label (field, accord_record_get_text (record, "stage"));
  g_autofree char *total = accord_matrix_row_dup_total (self->row);

  set_icon (self->image, &self->tone, NULL);
  set_line (self->first, self->title, accord_record_get_text (record, "name"));
  set_line (self->second, self->second, total);
  set_line (self->third, self->third_words, NULL);
  set_line (self->fourth, self->fourth_words, stage != NULL ? _ (stage) : NULL);
  gtk_widget_hide (self->late);
  swap_class (GTK_WIDGET (self), &self->style, "head");
}

static void
show_body (AccordMatrixField *self)
{
  set_icon (self->image, &self->tone, NULL);
  set_line (self->first, self->title, self->column->name);
  set_line (self->second, self->second,
            self->column->body == ACCORD_UNKNOWN ? _ ("as the source names them")
                                                 : self->column->organisation);
  set_line (self->third, self->third_words, NULL);
  set_line (self->fourth, self->fourth_words, NULL);
  swap_class (GTK_WIDGET (self), &self->style, "head");
}

static void
show_nothing (AccordMatrixField *self)
{
  set_icon (self->image, &self->tone, NULL);
  set_line (self->first, self->title, "–");
  set_line (self->second, self->second, NULL);
  set_line (self->third, self->third_words, NULL);
  set_line (self->fourth, self->fourth_words, NULL);
  swap_class (GTK_WIDGET (self), &self->style, "nothing");
}

static char *
dup_name (AccordMatrixField *self)
{
  g_autofree char *total = NULL, *body = NULL;

  if (self->row != NULL && self->column != NULL)
    return accord_matrix_cell_dup_sentence (self->row, self->column);
  if (self->row == NULL)
    return accord_matrix_column_dup_full_name (self->column);
  total = accord_matrix_row_dup_total (self->row);
  return g_strdup_printf ("%s: %s", accord_record_get_text (self->row->record, "name"), total);
}

/* The very words, at once under the pointer. */
static void
show_tooltip (AccordMatrixField *self, const AccordMatrixCell *cell)
{
  const char *words = cell != NULL && cell->outcomes->len > 0
                          ? accord_record_get_text (accord_matrix_cell_get_main (cell), "words")
                          : NULL;
  /* Translators: words that are quoted. */
  g_autofree char *quote = words != NULL ? g_strdup_printf (_ ("“%s”"), words) : NULL;

  gtk_widget_set_tooltip_text (self->button, quote);
}

/**
 * accord_matrix_field_show:
 * @self: a field
 * @row: (nullable): a case, or %NULL for the head of a column
 * @column: (nullable): somebody who was asked, or %NULL for the head of a row
 *
 * Shows something else. Both must live as long as they are shown.
 */
void
accord_matrix_field_show (AccordMatrixField *self, const AccordMatrixRow *row,
                          const AccordMatrixColumn *column)
{
  const AccordMatrixCell *cell =
      row != NULL && column != NULL ? accord_matrix_row_get_cell (row, column) : NULL;
  g_autofree char *name = NULL;

  self->row = row;
  self->column = column;
  if (column == NULL)
    show_case (self);
  else if (row == NULL)
    show_body (self);
  else if (cell != NULL)
    show_view (self, cell);
  else
    show_nothing (self);
  gtk_widget_set_visible (self->more, cell != NULL);
  /* The words go round the small button. */
  gtk_widget_set_margin_end (self->first, cell != NULL ? 18 : 0);
  show_tooltip (self, cell);
  name = dup_name (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * accord_matrix_field_focus:
 * @self: a field
 * @reachable: whether Tab comes to it: of a whole matrix it does to one
 *
 * Says where the keyboard enters the matrix.
 */
void
accord_matrix_field_focus (AccordMatrixField *self, gboolean reachable)
{
  gtk_widget_set_focusable (self->button, reachable);
}

/**
 * accord_matrix_field_dup_shape:
 * @row: a case
 * @column: somebody who was asked
 *
 * Returns: (transfer full) (nullable): the same for two fields that are as high as each other, whatever their
 * figures; %NULL where there is nothing
 */
char *
accord_matrix_field_dup_shape (const AccordMatrixRow *row, const AccordMatrixColumn *column)
{
  const AccordMatrixCell *cell = accord_matrix_row_get_cell (row, column);
  AccordRecord *main;
  const char *date;
  g_autofree char *awaited = NULL;

  if (cell == NULL)
    return NULL;
  main = cell->outcomes->len > 0 ? accord_matrix_cell_get_main (cell) : NULL;
  awaited = accord_matrix_cell_dup_awaited (cell);
  date = main != NULL && accord_record_get_text (main, "date") == NULL
             ? accord_record_get_text (main, "date-words")
             : NULL;
  return g_strdup_printf ("%s\n%s\n%d %d\n%s", main != NULL ? accord_record_get_text (main, "outcome") : "",
                          date != NULL ? date : "", cell->caveats->len > 0, cell->tally.n_overdue > 0,
                          awaited != NULL ? awaited : "");
}
