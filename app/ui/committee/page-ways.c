/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/page-ways.h"

#include "committee/page-origin.h"
#include "compat.h"
#include "form/page-parts.h"
#include "form/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 660
#define HEIGHT 660
#define TEXT_HEIGHT 140

/* How a committee page comes in: its text pasted, an address on the web, or files that it was saved in. The
 * text has the keyboard from the beginning, so that Ctrl+V is all it takes. */
struct _AccordPageWays
{
  AdwWindow parent_instance;

  GtkWidget *words;
  GtkWidget *address;
  GtkWidget *read;
};

G_DEFINE_FINAL_TYPE (AccordPageWays, accord_page_ways, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choose (AccordPageWays *self, GPtrArray *origins)
{
  g_signal_emit (self, signals[CHOSEN], 0, origins);
  gtk_window_close (GTK_WINDOW (self));
}

static char *
dup_words (AccordPageWays *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* An address that somebody copied comes with blanks and line ends, and often without its beginning. */
static char *
dup_address (AccordPageWays *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address)));

  g_strstrip (text);
  if (*text == '\0' || strchr (text, '.') == NULL || strpbrk (text, " \t\r\n") != NULL)
    return NULL;
  if (strstr (text, "://") != NULL)
    return g_steal_pointer (&text);
  return g_strconcat ("https://", text, NULL);
}

static GPtrArray *
origins_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) accord_page_origin_unref);
}

static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordPageWays *self = ACCORD_PAGE_WAYS (widget);
  g_autoptr (GPtrArray) origins = origins_new ();
  g_autofree char *words = dup_words (self);

  g_ptr_array_add (origins, accord_page_origin_new_text (words));
  choose (self, origins);
}

static void
fetch_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordPageWays *self = ACCORD_PAGE_WAYS (widget);
  g_autoptr (GPtrArray) origins = origins_new ();
  g_autofree char *address = dup_address (self);

  if (address == NULL)
    return;
  g_ptr_array_add (origins, accord_page_origin_new_address (address));
  choose (self, origins);
}

static void
on_files (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GListModel) files = accord_choose_files_finish (result, NULL);
  g_autoptr (GPtrArray) origins = origins_new ();

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_ptr_array_add (origins, accord_page_origin_new_file (file));
    }
  if (origins->len > 0)
    choose (ACCORD_PAGE_WAYS (source), origins);
}

static void
files_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordFileRequest request = { ACCORD_FILE_OPEN_SEVERAL,
                                _ ("Import committee pages"),
                                _ ("_Open"),
                                NULL,
                                _ ("Committee pages (HTML, XML, text)"),
                                "*.html;*.htm;*.HTML;*.HTM;*.xml;*.XML;*.txt;*.TXT;*.aspx" };

  accord_choose_files_async (GTK_WINDOW (widget), &request, NULL, on_files, NULL);
}

static void
on_typed (AccordPageWays *self)
{
  g_autofree char *words = dup_words (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ways.read", *g_strstrip (words) != '\0');
}

static void
on_address (AccordPageWays *self)
{
  g_autofree char *address = dup_address (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ways.fetch", address != NULL);
}

static void
on_address_entered (AccordPageWays *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "ways.fetch", NULL);
}

static void
accord_page_ways_class_init (AccordPageWaysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * AccordPageWays::chosen:
   * @origins: (element-type AccordPageOrigin): a #GPtrArray of where pages come from
   *
   * A person has said what to read; the window closes.
   */
  signals[CHOSEN] = g_signal_new ("chosen", ACCORD_TYPE_PAGE_WAYS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_install_action (widget_class, "ways.read", NULL, read_action);
  gtk_widget_class_install_action (widget_class, "ways.fetch", NULL, fetch_action);
  gtk_widget_class_install_action (widget_class, "ways.files", NULL, files_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "ways.files", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_button (const char *label, const char *action)
{
  GtkWidget *button = accord_page_button (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
make_header (AccordPageWays *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->read = make_button (_ ("_Read it"), "ways.read");
  gtk_widget_add_css_class (self->read, "suggested-action");
  gtk_widget_set_tooltip_text (self->read, _ ("Read the text (Ctrl+Enter)"));
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), make_button (_ ("_Cancel"), "window.close"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->read);
  return header;
}

static GtkWidget *
make_text (AccordPageWays *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->words = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->words), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->words), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The text of the page"), -1);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)), "changed",
                           G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->words);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), TEXT_HEIGHT);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "words");
  return scrolled;
}

static GtkWidget *
make_paste (AccordPageWays *self)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, _ ("Paste the text"));
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_add_css_class (body, "card-body");
  gtk_widget_add_css_class (body, "text-editor");
  gtk_box_append (GTK_BOX (body),
                  accord_page_label (_ ("Mark the whole page in the browser (Ctrl+A), copy it "
                                        "(Ctrl+C), and paste it here (Ctrl+V)."),
                                     "second-line"));
  gtk_box_append (GTK_BOX (body), make_text (self));
  gtk_box_append (GTK_BOX (card), body);
  gtk_widget_set_vexpand (card, TRUE);
  return card;
}

static GtkWidget *
make_address (AccordPageWays *self)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, _ ("Fetch it from the council’s site"));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->address = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->address), "https://…/ieListDocuments.aspx?…");
  gtk_entry_set_input_purpose (GTK_ENTRY (self->address), GTK_INPUT_PURPOSE_URL);
  gtk_widget_set_hexpand (self->address, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->address), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Web address of the page"), -1);
  g_signal_connect_object (self->address, "changed", G_CALLBACK (on_address), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->address, "activate", G_CALLBACK (on_address_entered), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->address);
  gtk_box_append (GTK_BOX (line), make_button (_ ("_Fetch it"), "ways.fetch"));
  gtk_widget_add_css_class (line, "card-body");
  gtk_widget_add_css_class (line, "text-editor");
  gtk_box_append (GTK_BOX (card), line);
  return card;
}

static GtkWidget *
make_files (AccordPageWays *self)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, _ ("Take it from files"));

  gtk_box_append (GTK_BOX (head), make_button (_ ("_Choose files…"), "ways.files"));
  {
    GtkWidget *words =
        accord_page_label (_ ("Pages that were saved as HTML, as an answer of the council’s web "
                              "service (XML), or as text. Several are gone through one after "
                              "the other."),
                           "second-line");

    gtk_widget_add_css_class (words, "card-body");
    gtk_box_append (GTK_BOX (card), words);
  }
  return card;
}

static void
accord_page_ways_init (AccordPageWays *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Import a committee page"));
  gtk_widget_add_css_class (box, "page");
  gtk_widget_add_css_class (column, "page-column");
  gtk_box_append (GTK_BOX (column), make_paste (self));
  gtk_box_append (GTK_BOX (column), make_address (self));
  gtk_box_append (GTK_BOX (column), make_files (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), column);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  accord_page_early_key (GTK_WIDGET (self), "<Control>Return|<Control>KP_Enter", "ways.read");
  on_typed (self);
  on_address (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->words);
}

/**
 * accord_page_ways_new:
 *
 * Returns: (transfer floating): a window that asks for committee pages; the caller says whose it is and
 *   presents it
 */
GtkWidget *
accord_page_ways_new (void)
{
  return g_object_new (ACCORD_TYPE_PAGE_WAYS, NULL);
}
