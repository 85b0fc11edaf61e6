/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/pack-dialog-private.h"

#include "form/page-parts.h"
#include "form/side-by-side.h"
#include "form/words.h"
#include "keys/key-view.h"
#include "review/pack-words.h"
#include "status-pill.h"
#include "today.h"

#include <glib/gi18n-lib.h>

#define LEAST_COLUMN 240

static GtkWidget *
get_column (AccordPackDialog *self)
{
  return accord_sheet_window_get_column (ACCORD_SHEET_WINDOW (self));
}

static GtkWidget *
add_card (AccordPackDialog *self, const char *title, GtkWidget **head)
{
  GtkWidget *line, *card = accord_page_card (&line, title), *body = accord_words_new (9);

  gtk_widget_add_css_class (body, "card-body");
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (get_column (self)), card);
  if (head != NULL)
    *head = line;
  return body;
}

static void
add_notice (AccordPackDialog *self, const char *words, const char *style_class)
{
  GtkWidget *notice = accord_page_label (words, "notice");

  gtk_widget_add_css_class (notice, "inset");
  if (style_class != NULL)
    gtk_widget_add_css_class (notice, style_class);
  gtk_box_append (GTK_BOX (get_column (self)), notice);
}

/**
 * accord_pack_dialog_ask_passphrase:
 * @self: a dialog
 * @wrong: (nullable): what was wrong with the one before
 *
 * Asks for the passphrase of a pack.
 */
void
accord_pack_dialog_ask_passphrase (AccordPackDialog *self, const char *wrong)
{
  GtkWidget *field;

  if (self->passphrase == NULL)
    {
      field = accord_words_new (3);
      self->passphrase = gtk_entry_new ();
      self->wrong = accord_page_label (NULL, "field-error");
      gtk_entry_set_visibility (GTK_ENTRY (self->passphrase), FALSE);
      gtk_entry_set_input_purpose (GTK_ENTRY (self->passphrase), GTK_INPUT_PURPOSE_PASSWORD);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->passphrase), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Passphrase"), -1);
      g_signal_connect_object (self->passphrase, "activate", G_CALLBACK (accord_pack_dialog_unlock), self,
                               G_CONNECT_SWAPPED);
      accord_words_append (field, accord_page_label (_ ("Passphrase"), "caption-line"));
      accord_words_append (field, self->passphrase);
      accord_words_append (field, self->wrong);
      gtk_box_append (
          GTK_BOX (get_column (self)),
          accord_page_label (_ ("This file is sealed with a passphrase. Whoever sent it to you knows "
                                "it; they should not have sent it together with the file."),
                             NULL));
      gtk_box_append (GTK_BOX (get_column (self)), field);
      gtk_widget_add_css_class (get_column (self), "text-editor");
    }
  gtk_label_set_label (GTK_LABEL (self->wrong), wrong != NULL ? wrong : "");
  gtk_widget_set_visible (self->wrong, wrong != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->passphrase), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  wrong != NULL ? wrong : "", -1);
  accord_sheet_window_set_accept (ACCORD_SHEET_WINDOW (self), _ ("_Open"), TRUE);
  gtk_widget_grab_focus (self->passphrase);
}

static void
show_head (AccordPackDialog *self, const AccordPackManifest *manifest)
{
  GtkWidget *words = accord_words_new (3);
  g_autofree char *line = accord_pack_dup_line (manifest);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", manifest->case_name, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "lines", 4, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (title,
                            g_utf8_strlen (manifest->case_name, -1) > 80 ? "section-title" : "page-title");
  accord_words_append (words, title);
  accord_words_append (words, accord_page_label (line, "second-line"));
  gtk_box_append (GTK_BOX (get_column (self)), words);
}

/* The words, where a person is to compare them; both keys, side by side, where it is not the one that is
 * trusted. A key that is trusted is named by its sentence. */
static void
show_keys (AccordPackDialog *self, GtkWidget *body)
{
  const AccordPackFacts *facts = self->opened->facts;
  AccordPublicKey *signer = accord_pack_get_signer (self->opened->pack);
  GtkWidget *both;

  if (facts->trust == ACCORD_TRUST_TRUSTED || facts->trust == ACCORD_TRUST_OWN)
    return;
  if (facts->trust != ACCORD_TRUST_CHANGED || facts->known == NULL)
    {
      accord_words_append (body, accord_key_view_new (signer, NULL, NULL));
      return;
    }
  both = accord_side_by_side_new (LEAST_COLUMN, 12);
  accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (both),
                              accord_key_view_new (facts->known, _ ("The key that is trusted"), "known"));
  accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (both),
                              accord_key_view_new (signer, _ ("The key that signed this"), "strange"));
  accord_words_append (body, both);
}

static void
show_compared (AccordPackDialog *self, GtkWidget *body, const char *from)
{
  g_autofree char *label = g_strdup_printf (
      _ ("I have compared these words with %s, by telephone or in person: trust this key"), from);

  self->compared = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->compared), accord_page_label (label, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->compared), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  accord_words_append (body, self->compared);
}

static void
show_from (AccordPackDialog *self, const AccordPackManifest *manifest)
{
  const AccordPackFacts *facts = self->opened->facts;
  const char *words;
  const AccordStatus *status = accord_pack_trust_status (facts->trust, &words);
  g_autofree char *made = accord_pack_dup_moment (manifest->made);
  g_autofree char *line = manifest->from->person != NULL
                              /* Translators: a post, then a moment. */
                              ? g_strdup_printf (_ ("%s · made on %s"), manifest->from->person, made)
                              : g_strdup_printf (_ ("made on %s"), made);
  g_autofree char *compare = accord_pack_dup_compare (facts->trust, manifest->from->name);
  GtkWidget *head, *body = add_card (self, _ ("Who it is from"), &head), *pill = accord_status_pill_new ();

  accord_status_pill_show (ACCORD_STATUS_PILL (pill), status, words);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), pill);
  accord_words_append (body, accord_page_label (manifest->from->name, "first-line"));
  accord_words_append (body, accord_page_label (line, "second-line"));
  accord_words_append (body, accord_page_label (compare != NULL ? compare : facts->sentence, NULL));
  show_keys (self, body);
  if (facts->trust != ACCORD_TRUST_NEW)
    return;
  if (self->workspace == NULL && manifest->kind == ACCORD_PACK_REQUEST)
    show_compared (self, body, manifest->from->name);
  else if (facts->organisation != 0)
    {
      GtkWidget *trust = accord_page_button (_ ("_Trust this key…"));

      gtk_widget_set_halign (trust, GTK_ALIGN_START);
      g_signal_connect_object (trust, "clicked", G_CALLBACK (accord_pack_dialog_trust), self,
                               G_CONNECT_SWAPPED);
      accord_words_append (body, trust);
    }
}

static void
show_documents (AccordPackDialog *self, const AccordPackManifest *manifest)
{
  guint n;
  g_autofree char *total = accord_pack_dup_total (manifest, &n);
  g_autofree char *words = g_strdup_printf (ngettext ("%u document, %s", "%u documents, %s", n), n, total);
  GtkWidget *head, *body;

  if (n == 0)
    return;
  body = add_card (self, _ ("Documents in it"), &head);
  gtk_box_append (GTK_BOX (head), accord_page_label (words, "count"));
  for (guint i = 0; i < manifest->parts->len; i++)
    {
      const AccordPackPart *part = manifest->parts->pdata[i];
      GtkWidget *line, *size;
      g_autofree char *amount = g_format_size ((guint64) part->size);

      if (part->document == NULL)
        continue;
      line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      size = accord_page_label (amount, "second-line");
      gtk_widget_add_css_class (size, "tabular");
      gtk_box_append (GTK_BOX (line), accord_page_label (part->name != NULL ? part->name : part->path, NULL));
      gtk_widget_set_hexpand (gtk_widget_get_first_child (line), TRUE);
      gtk_label_set_wrap (GTK_LABEL (size), FALSE);
      gtk_widget_set_valign (size, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (line), size);
      accord_words_append (body, line);
    }
}

static void
show_choices (AccordPackDialog *self, const AccordPackManifest *manifest)
{
  GtkWidget *body, *first = NULL;

  if (manifest->to->len < 2)
    return;
  body = add_card (self, _ ("Review it as"), NULL);
  for (guint i = 0; i < manifest->to->len; i++)
    {
      const AccordPackParty *party = manifest->to->pdata[i];
      const gboolean begun = self->opened->facts->readings->pdata[i] != NULL;
      GtkWidget *choice = gtk_check_button_new ();
      /* Translators: an organisation whose review was begun. */
      g_autofree char *label =
          begun ? g_strdup_printf (_ ("%s — a review is under way"), party->name) : g_strdup (party->name);

      gtk_check_button_set_child (GTK_CHECK_BUTTON (choice), accord_page_label (label, NULL));
      gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      if (first != NULL)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), GTK_CHECK_BUTTON (first));
      if (first == NULL || begun)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
      first = first != NULL ? first : choice;
      g_ptr_array_add (self->choices, choice);
      accord_words_append (body, choice);
    }
}

/**
 * accord_pack_dialog_get_chosen:
 * @self: a dialog that shows a request
 *
 * Returns: (transfer none) (nullable): as whom it is to be reviewed
 */
const AccordPackParty *
accord_pack_dialog_get_chosen (AccordPackDialog *self)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (self->opened->pack);

  for (guint i = 0; i < self->choices->len; i++)
    if (gtk_check_button_get_active (self->choices->pdata[i]))
      return manifest->to->pdata[i];
  return manifest->to->len > 0 ? manifest->to->pdata[0] : NULL;
}

static gboolean
is_under_way (AccordPackDialog *self)
{
  const GPtrArray *readings = self->opened->facts->readings;

  for (guint i = 0; i < readings->len; i++)
    if (readings->pdata[i] != NULL)
      return TRUE;
  return FALSE;
}

static void
show_what_next (AccordPackDialog *self, const AccordPackManifest *manifest)
{
  AccordSheetWindow *sheet = ACCORD_SHEET_WINDOW (self);
  const AccordPackFacts *facts = self->opened->facts;
  const gboolean refused = facts->trust == ACCORD_TRUST_CHANGED;
  const gboolean request = manifest->kind == ACCORD_PACK_REQUEST;

  gtk_widget_set_visible (self->bring, !refused && request && facts->business_case != 0 && !facts->own);
  if (refused)
    {
      accord_sheet_window_set_accept (sheet, NULL, FALSE);
      accord_sheet_window_set_close (sheet, _ ("_Close"));
    }
  else if (request)
    accord_sheet_window_set_accept (
        sheet, is_under_way (self) ? _ ("_Go on with the review") : _ ("_Start the review"), TRUE);
  else if (facts->business_case != 0)
    accord_sheet_window_set_accept (sheet, _ ("_See what it brings…"), TRUE);
  else
    accord_sheet_window_set_accept (sheet, _ ("_Open a workspace…"), TRUE);
}

static void
show_notices (AccordPackDialog *self, const AccordPackManifest *manifest)
{
  const AccordPackFacts *facts = self->opened->facts;

  if (facts->trust == ACCORD_TRUST_CHANGED)
    add_notice (
        self,
        _ ("This file is refused: it is signed with another key than the one that is trusted. If they have "
           "a new key, have them read its words out to you, and trust it on their page."),
        "error");
  if (manifest->kind == ACCORD_PACK_RESPONSE && facts->business_case == 0)
    add_notice (
        self,
        self->workspace != NULL
            ? _ ("The business case that this answers is not in this workspace. Open the one that has it.")
            : _ ("This is an answer to a business case. Open the workspace that has the case; the answer is "
                 "looked at there."),
        NULL);
  if (facts->own)
    add_notice (self, _ ("This file was made in this workspace: it asks others for a review."), NULL);
}

/**
 * accord_pack_dialog_show:
 * @self: a dialog whose pack was opened
 *
 * Shows what the pack is.
 */
void
accord_pack_dialog_show (AccordPackDialog *self)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (self->opened->pack);
  g_autofree char *today = accord_today_dup ();
  g_autofree char *due = accord_pack_dup_due (manifest->due, today);

  accord_page_empty_box (get_column (self));
  g_ptr_array_set_size (self->choices, 0);
  self->passphrase = self->wrong = self->compared = NULL;
  show_head (self, manifest);
  show_notices (self, manifest);
  show_from (self, manifest);
  if (manifest->kind == ACCORD_PACK_REQUEST)
    accord_words_append (add_card (self, _ ("When an answer is wanted"), NULL),
                         accord_page_label (due, NULL));
  show_choices (self, manifest);
  show_documents (self, manifest);
  show_what_next (self, manifest);
  gtk_widget_grab_focus (accord_sheet_window_get_accept (ACCORD_SHEET_WINDOW (self)));
}
