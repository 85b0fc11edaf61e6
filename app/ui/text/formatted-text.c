/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/formatted-text.h"

#include "text/markdown.h"
#include "compat.h"
#include "form/page-parts.h"
#include "text/text-caret.h"

#include <glib/gi18n-lib.h>

#define INDENT 20
#define CELL_CHARS 12

/* A text with its formatting, to be read. */
struct _AccordFormattedText
{
  GtkWidget parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (AccordFormattedText, accord_formatted_text, GTK_TYPE_WIDGET)

static gboolean
on_link (GtkLabel *label, const char *uri)
{
  if (accord_markdown_address_is_safe (uri))
    accord_show_address (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (label))), uri);
  return TRUE;
}

/* Words can be selected and copied, yet they are no stop of the Tab key: the keyboard may have them once a
 * person has pointed at them. A text with a caret is one. */
static void
on_pressed (GtkGesture *gesture)
{
  GtkWidget *label = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_set_can_focus (label, TRUE);
  gtk_widget_set_focusable (label, TRUE);
}

static void
on_left (GtkEventController *focus)
{
  GtkWidget *label = gtk_event_controller_get_widget (focus);

  if (accord_text_caret_is_on (label))
    return;
  gtk_label_select_region (GTK_LABEL (label), 0, 0);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_can_focus (label, FALSE);
}

static void
keep_out_of_the_way (GtkWidget *label)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), NULL);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), NULL);
  gtk_widget_add_controller (label, focus);
}

static GtkWidget *
make_label (const char *markup, gboolean has_link, const char *style_class)
{
  GtkWidget *label = accord_page_label (NULL, style_class);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (!has_link)
    keep_out_of_the_way (label);
  g_signal_connect (label, "activate-link", G_CALLBACK (on_link), NULL);
  return label;
}

static GtkWidget *
make_heading (const AccordBlock *block)
{
  static const char *const classes[] = { "text-heading-1", "text-heading-2", "text-heading-3" };
  GtkWidget *label = make_label (block->markup, block->has_link, classes[MIN (block->level, 3) - 1]);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) block->level,
                                  -1);
  return label;
}

/* What is wider than the page scrolls by itself, so that the page does not. */
static GtkWidget *
put_in_scroller (GtkWidget *child, const char *style_class, const char *name)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_add_css_class (scroller, style_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return scroller;
}

static GtkWidget *
make_code (const AccordBlock *block)
{
  GtkWidget *label = make_label (block->markup, FALSE, "monospace");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  return put_in_scroller (label, "text-code", _ ("Words as they are"));
}

static GtkWidget *
make_cell (const char *markup, gboolean has_link, gboolean head, int alignment)
{
  GtkWidget *label = make_label (markup, has_link, head ? "text-cell-head" : "text-cell");

  gtk_label_set_xalign (GTK_LABEL (label), alignment / 2.0);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (g_utf8_strlen (markup, CELL_CHARS), CELL_CHARS));
  gtk_widget_set_hexpand (label, TRUE);
  if (alignment == 2)
    gtk_widget_add_css_class (label, "tabular");
  return label;
}

static GtkWidget *
make_table (const AccordBlock *block)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "text-grid");
  for (guint row = 0; row < block->rows->len; row++)
    {
      const GPtrArray *cells = block->rows->pdata[row];

      for (guint column = 0; column < cells->len; column++)
        {
          int alignment =
              column < block->alignments->len ? g_array_index (block->alignments, int, column) : 0;

          gtk_grid_attach (GTK_GRID (grid),
                           make_cell (cells->pdata[column], strstr (cells->pdata[column], "<a href") != NULL,
                                      row == 0, alignment),
                           column, row, 1, 1);
        }
    }
  return put_in_scroller (grid, "text-table", _ ("Table"));
}

static GtkWidget *
make_content (const AccordBlock *block)
{
  switch (block->type)
    {
    case ACCORD_BLOCK_HEADING:
      return make_heading (block);
    case ACCORD_BLOCK_CODE:
      return make_code (block);
    case ACCORD_BLOCK_TABLE:
      return make_table (block);
    case ACCORD_BLOCK_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case ACCORD_BLOCK_PARAGRAPH:
    default:
      return make_label (block->markup, block->has_link, NULL);
    }
}

static GtkWidget *
make_block (const AccordBlock *block)
{
  GtkWidget *content = make_content (block);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (content, TRUE);
  if (block->quoted > 0)
    gtk_widget_add_css_class (line, "text-quote");
  if (block->indent > 0)
    {
      GtkWidget *marker = accord_page_label (block->marker, "text-marker");

      gtk_widget_set_margin_start (line, INDENT * (block->indent - 1));
      gtk_label_set_width_chars (GTK_LABEL (marker), 3);
      gtk_label_set_wrap (GTK_LABEL (marker), FALSE);
      gtk_widget_set_valign (marker, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (line), marker);
    }
  gtk_box_append (GTK_BOX (line), content);
  return line;
}

static void
accord_formatted_text_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_FORMATTED_TEXT (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_formatted_text_parent_class)->dispose (object);
}

static void
accord_formatted_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (accord_formatted_text_parent_class)->snapshot (widget, snapshot);
  accord_text_caret_snapshot (widget, snapshot);
}

static void
accord_formatted_text_class_init (AccordFormattedTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_formatted_text_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = accord_formatted_text_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "formattedtext");
}

static void
accord_formatted_text_init (AccordFormattedText *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * accord_formatted_text_new:
 * @text: a text in Markdown
 *
 * Returns: (transfer floating): a widget that shows it with its formatting
 */
GtkWidget *
accord_formatted_text_new (const char *text)
{
  AccordFormattedText *self = g_object_new (ACCORD_TYPE_FORMATTED_TEXT, NULL);

  accord_formatted_text_set_text (self, text);
  return GTK_WIDGET (self);
}

/**
 * accord_formatted_text_set_text:
 * @self: a formatted text
 * @text: a text in Markdown
 *
 * Shows another text.
 */
void
accord_formatted_text_set_text (AccordFormattedText *self, const char *text)
{
  g_autoptr (GPtrArray) blocks = NULL;
  gboolean cut;

  g_return_if_fail (ACCORD_IS_FORMATTED_TEXT (self));
  g_return_if_fail (text != NULL);

  accord_page_empty_box (self->box);
  blocks = accord_markdown_parse (text, &cut);
  for (guint i = 0; i < blocks->len; i++)
    gtk_box_append (GTK_BOX (self->box), make_block (blocks->pdata[i]));
  if (cut)
    gtk_box_append (
        GTK_BOX (self->box),
        accord_page_label (_ ("The rest is too long to be shown here; edit the text to see all of it."),
                           "second-line"));
}
