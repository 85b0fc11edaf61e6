/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/options-card.h"

#include "form/page-parts.h"
#include "form/record-dialog.h"
#include "go.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

#define FEW_CHARS 24

/* The ways that a business case weighs, the preferred one and what they are measured against. */
struct _AccordOptionsCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *add;
  GtkWidget *rows;
  GtkWidget *empty;

  AccordWorkspace *workspace;
  gint64 case_id;
  char *shown;
};

G_DEFINE_FINAL_TYPE (AccordOptionsCard, accord_options_card, GTK_TYPE_WIDGET)

static const AccordStatus preferred_status = { "accord-outcome-endorsed-symbolic", "accepted" };

static void
on_clicked (GtkWidget *button, AccordOptionsCard *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "accord-id");

  accord_go_to_record (GTK_WIDGET (self), "option", *id);
}

static void
on_add (AccordOptionsCard *self)
{
  const AccordKind *kind = accord_schema_find_kind (accord_workspace_get_schema (self->workspace), "option");
  g_autoptr (AccordRecord) preset = accord_record_new (kind);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  accord_record_fill_in (preset);
  accord_record_set_int (preset, "case", self->case_id);
  dialog = accord_record_dialog_new (self->workspace, kind, preset);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
accord_options_card_dispose (GObject *object)
{
  AccordOptionsCard *self = ACCORD_OPTIONS_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_options_card_parent_class)->dispose (object);
}

static void
accord_options_card_finalize (GObject *object)
{
  g_free (ACCORD_OPTIONS_CARD (object)->shown);

  G_OBJECT_CLASS (accord_options_card_parent_class)->finalize (object);
}

static void
accord_options_card_class_init (AccordOptionsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_options_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_options_card_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_options_card_init (AccordOptionsCard *self)
{
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("Options"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->add = accord_page_icon_button ("list-add-symbolic", _ ("Add an option"));
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->add);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "card-lines");
  gtk_box_append (GTK_BOX (self->card), self->rows);
  self->empty = accord_page_label (
      _ ("No options are recorded: the preferred one, and what doing nothing or the minimum would mean."),
      "second-line");
  gtk_widget_add_css_class (self->empty, "card-note");
  gtk_box_append (GTK_BOX (self->card), self->empty);
}

/**
 * accord_options_card_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card without options
 */
GtkWidget *
accord_options_card_new (AccordWorkspace *workspace)
{
  AccordOptionsCard *self = g_object_new (ACCORD_TYPE_OPTIONS_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static const char *
comparator_label (AccordRecord *option)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (option), "comparator");
  const char *label = accord_field_choice_label (field, accord_record_get_text (option, "comparator"));

  return label != NULL ? _ (label) : NULL;
}

static char *
dup_words (AccordRecord *option)
{
  const char *description = accord_record_get_text (option, "description");
  const char *letter = accord_record_get_text (option, "letter");
  const char *comparator = comparator_label (option);
  g_autofree char *title = accord_record_dup_title (option);

  return g_strdup_printf ("%s\n%s\n%d\n%s\n%s", letter != NULL ? letter : "", title,
                          accord_record_get_boolean (option, "preferred"),
                          comparator != NULL ? comparator : "", description != NULL ? description : "");
}

static void
add_pill (GtkWidget *box, const AccordStatus *status, const char *words)
{
  GtkWidget *pill = accord_status_pill_new ();

  accord_status_pill_show (ACCORD_STATUS_PILL (pill), status, words);
  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), pill);
}

/* Wrapped words ask for one line unless told otherwise, and would take the room of the pills. */
static void
add_words (GtkWidget *box, const char *text, const char *style_class)
{
  GtkWidget *label = accord_page_label (text, style_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), FEW_CHARS);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_content (AccordRecord *option, const char *title)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *letter = accord_page_label (accord_record_get_text (option, "letter"), "number");
  const char *description = accord_record_get_text (option, "description");
  const char *comparator = comparator_label (option);

  gtk_label_set_width_chars (GTK_LABEL (letter), 2);
  gtk_widget_set_valign (letter, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (content), letter);
  add_words (words, title, "first-line");
  if (description != NULL)
    add_words (words, description, "second-line");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (content), words);
  if (comparator != NULL)
    add_pill (content, NULL, comparator);
  if (accord_record_get_boolean (option, "preferred"))
    add_pill (content, &preferred_status, _ ("Preferred"));
  return content;
}

static GtkWidget *
make_row (AccordOptionsCard *self, AccordRecord *option)
{
  GtkWidget *button = gtk_button_new ();
  gint64 id = accord_record_get_id (option);
  g_autofree char *title = accord_record_dup_title (option);
  const char *comparator = comparator_label (option);
  gboolean preferred = accord_record_get_boolean (option, "preferred");
  g_autofree char *name =
      g_strdup_printf ("%s%s%s%s%s", title, preferred ? ", " : "", preferred ? _ ("Preferred") : "",
                       comparator != NULL ? ", " : "", comparator != NULL ? comparator : "");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "card-line");
  gtk_button_set_child (GTK_BUTTON (button), make_content (option, title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "accord-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, 0);
  return button;
}

static void
show_rows (AccordOptionsCard *self, GPtrArray *options)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < options->len; i++)
    {
      g_autofree char *words = dup_words (options->pdata[i]);

      g_string_append_printf (shown, "%" G_GINT64_FORMAT "\n%s\n", accord_record_get_id (options->pdata[i]),
                              words);
    }
  gtk_widget_set_visible (self->empty, options->len == 0);
  if (g_strcmp0 (shown->str, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (shown->str);
  accord_page_empty_box (self->rows);
  for (guint i = 0; i < options->len; i++)
    gtk_box_append (GTK_BOX (self->rows), make_row (self, options->pdata[i]));
}

/**
 * accord_options_card_show:
 * @self: a card
 * @file: a business case
 *
 * Shows the options of a case.
 */
void
accord_options_card_show (AccordOptionsCard *self, const AccordCaseFile *file)
{
  g_return_if_fail (ACCORD_IS_OPTIONS_CARD (self));

  self->case_id = accord_record_get_id (file->record);
  gtk_widget_set_visible (self->add, !accord_workspace_get_read_only (self->workspace));
  show_rows (self, file->options);
}

/**
 * accord_options_card_show_options:
 * @self: a card
 * @options: (element-type AccordRecord): options
 *
 * Shows options that are of no case; without any there is no card.
 */
void
accord_options_card_show_options (AccordOptionsCard *self, GPtrArray *options)
{
  g_return_if_fail (ACCORD_IS_OPTIONS_CARD (self));

  gtk_widget_hide (self->add);
  gtk_widget_set_visible (GTK_WIDGET (self), options->len > 0);
  show_rows (self, options);
}
