/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-cell.h"

#include "committee/review-words.h"
#include "form/page-parts.h"
#include "form/words.h"

#include <glib/gi18n-lib.h>

#define STEP 20
#define DEEPEST 4
#define LINES 2

/* One line of what was found: whether it is taken, what it is, and what a person should know of it. The
 * keyboard is on the row, so that nothing within it is a stop of its own. */
struct _AccordReviewCell
{
  GtkWidget parent_instance;

  GtkWidget *check;
  GtkWidget *image;
  GtkWidget *words;
  GtkWidget *title;
  GtkWidget *second;
  GtkWidget *glyph;
  GtkWidget *line;

  AccordReviewModel *model;
  AccordReviewEntry *entry;
  const char *style_class;
  const char *glyph_class;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (AccordReviewCell, accord_review_cell, GTK_TYPE_WIDGET)

static void
swap_class (GtkWidget *widget, const char **kept, const char *style_class)
{
  if (*kept != NULL)
    gtk_widget_remove_css_class (widget, *kept);
  *kept = style_class;
  if (style_class != NULL)
    gtk_widget_add_css_class (widget, style_class);
}

/* GTK 4.8 calls a row after its class; what is said of it is said by the row. */
static void
name_row (AccordReviewCell *self, const char *words)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_line (AccordReviewCell *self, const AccordStatus *status, const char *line)
{
  gtk_widget_set_visible (self->second, line != NULL);
  if (line == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->line), line);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->glyph), status->icon_name);
  swap_class (self->glyph, &self->glyph_class, status->style_class);
}

static void
show_record (AccordReviewCell *self, const AccordPlanRow *row)
{
  static const AccordStatus doubt = { "accord-warning-symbolic", "open" };
  const AccordKind *kind = accord_record_get_kind (row->record);
  gboolean taken = accord_review_model_get_taken (self->model, self->entry);
  gboolean can_take = accord_review_model_can_take (self->model, self->entry);
  g_autofree char *icon = g_strdup_printf ("accord-%s-symbolic", kind->name);
  g_autofree char *title = accord_review_dup_row_title (row);
  g_autofree char *line = accord_review_dup_row_line (row);
  g_autofree char *spoken = NULL;
  const char *words;
  const AccordStatus *status = accord_review_get_status (row, &words);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), taken || !can_take);
  gtk_widget_set_sensitive (self->check, can_take);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), icon);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  show_line (self, row->sure && row->why == NULL ? status : &doubt, line);
  swap_class (GTK_WIDGET (self), &self->style_class,
              can_take && !taken                                                        ? "dropped"
              : g_str_equal (kind->name, "meeting") || g_str_equal (kind->name, "item") ? "strong"
                                                                                        : "record");
  /* Translators: what was found, what is known of it, and whether it will be kept. */
  spoken = g_strdup_printf (_ ("%s. %s. %s"), title, line,
                            !can_take ? _ ("Stays")
                            : taken   ? _ ("Taken")
                                      : _ ("Not taken"));
  name_row (self, spoken);
}

static void
show_unread (AccordReviewCell *self, const AccordPageUnread *unread)
{
  static const AccordStatus status = { "accord-status-unknown-symbolic", "unknown" };
  g_autofree char *text = g_strdup (unread->text != NULL ? unread->text : "");
  g_autofree char *spoken = NULL;

  g_strdelimit (text, "\r\n\t", ' ');
  g_strstrip (text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), "accord-source-symbolic");
  gtk_label_set_label (GTK_LABEL (self->title), *text != '\0' ? text : _ ("The whole page"));
  show_line (self, &status, unread->why);
  swap_class (GTK_WIDGET (self), &self->style_class, "unread");
  spoken = g_strdup_printf (_ ("Not read: %s. %s"), text, unread->why);
  name_row (self, spoken);
}

static void
show_words (AccordReviewCell *self, const char *style_class)
{
  const char *words = accord_review_entry_get_words (self->entry);

  gtk_label_set_label (GTK_LABEL (self->title), words);
  show_line (self, NULL, NULL);
  swap_class (GTK_WIDGET (self), &self->style_class, style_class);
  name_row (self, words);
}

static void
update (AccordReviewCell *self)
{
  const AccordPlanRow *row = accord_review_model_get_row (self->model, self->entry);
  const AccordPageUnread *unread = accord_review_model_get_unread (self->model, self->entry);
  guint depth = MIN (accord_review_entry_get_depth (self->entry), DEEPEST);

  self->showing = TRUE;
  gtk_widget_set_visible (self->check, row != NULL);
  gtk_widget_set_visible (self->image, row != NULL || unread != NULL);
  gtk_widget_set_margin_start (GTK_WIDGET (self), (int) depth * STEP);
  if (row != NULL)
    show_record (self, row);
  else if (unread != NULL)
    show_unread (self, unread);
  else
    show_words (self, accord_review_entry_get_part (self->entry) == ACCORD_REVIEW_HEADING ? "heading-row"
                                                                                          : "group-row");
  self->showing = FALSE;
}

static void
on_toggled (GtkCheckButton *check, AccordReviewCell *self)
{
  if (!self->showing && self->entry != NULL)
    accord_review_model_set_taken (self->model, self->entry, gtk_check_button_get_active (check));
}

static void
accord_review_cell_dispose (GObject *object)
{
  AccordReviewCell *self = ACCORD_REVIEW_CELL (object);

  accord_review_cell_clear (self);
  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_review_cell_parent_class)->dispose (object);
}

static void
accord_review_cell_class_init (AccordReviewCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_review_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reviewcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
make_label (const char *style_class, int lines)
{
  GtkWidget *label = accord_page_label (NULL, style_class);

  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
make_image (void)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  return image;
}

static void
accord_review_cell_init (AccordReviewCell *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 8);
  self->check = gtk_check_button_new ();
  gtk_widget_set_can_focus (self->check, FALSE);
  gtk_widget_set_valign (self->check, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Take it"),
                                  -1);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (on_toggled), self, 0);
  self->image = make_image ();
  self->words = accord_words_new (1);
  gtk_widget_set_hexpand (self->words, TRUE);
  self->title = make_label ("review-title", LINES);
  self->second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  self->glyph = make_image ();
  self->line = make_label ("second-line", LINES);
  gtk_widget_set_hexpand (self->line, TRUE);
  gtk_box_append (GTK_BOX (self->second), self->glyph);
  gtk_box_append (GTK_BOX (self->second), self->line);
  accord_words_append (self->words, self->title);
  accord_words_append (self->words, self->second);
  gtk_widget_set_parent (self->check, widget);
  gtk_widget_set_parent (self->image, widget);
  gtk_widget_set_parent (self->words, widget);
}

/**
 * accord_review_cell_new:
 *
 * Returns: (transfer floating): a cell that shows nothing
 */
GtkWidget *
accord_review_cell_new (void)
{
  return g_object_new (ACCORD_TYPE_REVIEW_CELL, NULL);
}

/**
 * accord_review_cell_show:
 * @self: a cell
 * @model: what is gone through
 * @entry: one of its lines
 *
 * Shows a line, and what becomes of it until accord_review_cell_clear().
 */
void
accord_review_cell_show (AccordReviewCell *self, AccordReviewModel *model, AccordReviewEntry *entry)
{
  g_return_if_fail (ACCORD_IS_REVIEW_CELL (self));

  accord_review_cell_clear (self);
  self->model = g_object_ref (model);
  self->entry = g_object_ref (entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * accord_review_cell_get_entry:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the line it shows
 */
AccordReviewEntry *
accord_review_cell_get_entry (AccordReviewCell *self)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_CELL (self), NULL);

  return self->entry;
}

void
accord_review_cell_clear (AccordReviewCell *self)
{
  g_return_if_fail (ACCORD_IS_REVIEW_CELL (self));

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_func (self->entry, update, self);
  g_clear_object (&self->entry);
  g_clear_object (&self->model);
}
