/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/compare-row.h"

#include "compare/compare-words.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

#define FEW_CHARS 24

/* One difference: what it is of, the words with what went and what came, and at the right by how much a
 * figure differs and what that does to the NPSV. */
struct _AccordCompareRowView
{
  GtkWidget parent_instance;

  GtkWidget *words;
  GtkWidget *text;
  GtkWidget *aside;
  GPtrArray *parts;
};

G_DEFINE_FINAL_TYPE (AccordCompareRowView, accord_compare_row_view, GTK_TYPE_WIDGET)

/* The colours of words are those of the look, which may change while they are shown. */
static void
show_parts (AccordCompareRowView *self)
{
  g_autofree char *came = NULL, *went = NULL, *markup = NULL;

  if (self->parts == NULL)
    return;
  came = accord_compare_dup_colour (GTK_WIDGET (self), "accord_accepted_fg");
  went = accord_compare_dup_colour (GTK_WIDGET (self), "accord_overdue_fg");
  markup = accord_compare_dup_markup (self->parts, came, went);
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->text)), markup) != 0)
    gtk_label_set_markup (GTK_LABEL (self->text), markup);
}

static void
accord_compare_row_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (accord_compare_row_view_parent_class)->css_changed (widget, change);
  show_parts (ACCORD_COMPARE_ROW_VIEW (widget));
}

static void
accord_compare_row_view_dispose (GObject *object)
{
  AccordCompareRowView *self = ACCORD_COMPARE_ROW_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->parts, g_ptr_array_unref);

  G_OBJECT_CLASS (accord_compare_row_view_parent_class)->dispose (object);
}

static void
accord_compare_row_view_class_init (AccordCompareRowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_compare_row_view_dispose;
  widget_class->css_changed = accord_compare_row_view_css_changed;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_compare_row_view_init (AccordCompareRowView *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 18);
  self->words = accord_words_new (2);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_set_valign (self->words, GTK_ALIGN_START);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
}

static void
add_line (AccordCompareRowView *self, const char *text, const char *style_class)
{
  GtkWidget *label = accord_page_label (text, style_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), FEW_CHARS);
  accord_words_append (self->words, label);
  self->text = label;
}

/* A value for a value: the sign between them says which way. */
static void
add_values (AccordCompareRowView *self, const AccordCompareRow *row)
{
  g_autofree char *both =
      /* Translators: a value before and the value after. */
      g_strdup_printf (_ ("%s → %s"), row->before != NULL ? row->before : _ ("nothing"),
                       row->after != NULL ? row->after : _ ("nothing"));

  add_line (self, both, "tabular");
}

static void
add_change (AccordCompareRowView *self, const AccordCompareRow *row)
{
  if (row->label != NULL)
    add_line (self, row->label, "caption-line");
  if (row->words == NULL)
    {
      add_values (self, row);
      return;
    }
  add_line (self, NULL, NULL);
  self->parts = g_ptr_array_ref (row->words);
  show_parts (self);
}

/* What came or went is a record, told by a shape and a word. */
static void
add_pill (AccordCompareRowView *self, gboolean came)
{
  static const AccordStatus new_one = { "list-add-symbolic", "accepted" };
  static const AccordStatus gone = { "list-remove-symbolic", "overdue" };
  GtkWidget *pill = accord_status_pill_new ();

  accord_status_pill_show (ACCORD_STATUS_PILL (pill), came ? &new_one : &gone, came ? _ ("New") : _ ("Gone"));
  accord_status_pill_keep_whole (ACCORD_STATUS_PILL (pill));
  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  gtk_widget_set_parent (pill, GTK_WIDGET (self));
}

static void
add_aside (AccordCompareRowView *self, const AccordCompareRow *row)
{
  GString *words = g_string_new (row->delta);

  if (row->npsv != NULL)
    /* Translators: what one difference does to the NPSV, with its sign. */
    g_string_append_printf (words, _ ("%sNPSV %s"), words->len > 0 ? "\n" : "", row->npsv);
  if (words->len > 0)
    {
      self->aside = accord_page_label (words->str, "tabular");
      gtk_label_set_wrap (GTK_LABEL (self->aside), FALSE);
      gtk_label_set_xalign (GTK_LABEL (self->aside), 1);
      gtk_label_set_justify (GTK_LABEL (self->aside), GTK_JUSTIFY_RIGHT);
      gtk_widget_set_valign (self->aside, GTK_ALIGN_START);
      gtk_widget_add_css_class (self->aside, "aside");
      gtk_widget_set_parent (self->aside, GTK_WIDGET (self));
    }
  g_string_free (words, TRUE);
}

/**
 * accord_compare_row_view_new:
 * @row: a difference
 * @with_title: whether to say which record it is of
 *
 * Returns: (transfer floating): the difference, to be read
 */
GtkWidget *
accord_compare_row_view_new (const AccordCompareRow *row, gboolean with_title)
{
  AccordCompareRowView *self = g_object_new (ACCORD_TYPE_COMPARE_ROW_VIEW, NULL);
  g_autofree char *spoken = accord_compare_row_dup_spoken (row);

  if (with_title || row->sort != '~')
    {
      add_line (self, row->title, "first-line");
      /* A line of the appraisal is one of an option's. */
      if (row->within != NULL)
        add_line (self, row->within, "second-line");
    }
  if (row->sort == '~')
    add_change (self, row);
  add_aside (self, row);
  if (row->sort != '~')
    add_pill (self, row->sort == '+');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}
