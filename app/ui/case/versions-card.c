/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/versions-card.h"

#include "form/form-model.h"
#include "form/page-parts.h"
#include "form/section-lines.h"
#include "text-diff.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WINDOW_WIDTH 720
#define WINDOW_HEIGHT 640

/* The versions of a business case that people speak of, and what differs from one to the next. */
struct _AccordVersionsCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *rows;
  GPtrArray *versions;
  char *shown;
};

G_DEFINE_FINAL_TYPE (AccordVersionsCard, accord_versions_card, GTK_TYPE_WIDGET)

static GtkWidget *
make_lines (AccordRecord *record, AccordFormSection section)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, accord_form_section_get_label (section));
  GtkWidget *lines = accord_section_lines_new (section);

  accord_section_lines_show (ACCORD_SECTION_LINES (lines), record, NULL);
  gtk_widget_add_css_class (lines, "card-body");
  gtk_box_append (GTK_BOX (card), lines);
  return card;
}

/* What is only read is put away with Escape. */
static GtkEventController *
make_escape (void)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  return keys;
}

/* A version is read in a window of its own, beside the case as it is now. */
static void
show_version (AccordVersionsCard *self, const AccordCaseVersion *version)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autofree char *name = accord_record_dup_title (version->record);

  gtk_window_set_title (GTK_WINDOW (window), version->name);
  gtk_window_set_default_size (GTK_WINDOW (window), WINDOW_WIDTH, WINDOW_HEIGHT);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_add_css_class (column, "page-column");
  gtk_box_append (GTK_BOX (column), accord_page_label (name, "page-title"));
  gtk_box_append (GTK_BOX (column), accord_page_label (version->name, "second-line"));
  gtk_box_append (GTK_BOX (column), make_lines (version->record, ACCORD_FORM_MAIN));
  gtk_box_append (GTK_BOX (column), make_lines (version->record, ACCORD_FORM_WORDS));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "page");
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_widget_add_controller (window, make_escape ());
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_read (GtkWidget *button, AccordVersionsCard *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "accord-index"));

  if (index < self->versions->len)
    show_version (self, self->versions->pdata[index]);
}

static void
accord_versions_card_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_VERSIONS_CARD (object)->card, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_versions_card_parent_class)->dispose (object);
}

static void
accord_versions_card_finalize (GObject *object)
{
  AccordVersionsCard *self = ACCORD_VERSIONS_CARD (object);

  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_free (self->shown);

  G_OBJECT_CLASS (accord_versions_card_parent_class)->finalize (object);
}

static void
accord_versions_card_class_init (AccordVersionsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_versions_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_versions_card_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_versions_card_init (AccordVersionsCard *self)
{
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("Versions"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->rows, "card-body");
  gtk_box_append (GTK_BOX (self->card), self->rows);
}

/**
 * accord_versions_card_new:
 *
 * Returns: (transfer floating): a card without versions
 */
GtkWidget *
accord_versions_card_new (void)
{
  return g_object_new (ACCORD_TYPE_VERSIONS_CARD, NULL);
}

/**
 * accord_versions_dup_markup:
 * @before: (nullable): a text
 * @after: (nullable): what became of it
 *
 * Returns: (transfer full): both in one, as Pango markup: what went struck through, what came underlined
 */
char *
accord_versions_dup_markup (const char *before, const char *after)
{
  g_autoptr (GPtrArray) parts = accord_text_diff (before, after);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const AccordDiffPart *part = parts->pdata[i];
      g_autofree char *escaped = g_markup_escape_text (part->text, -1);

      /* Words that went and those that came in their place are not one word. */
      if (i > 0 && part->kind == '+' && ((const AccordDiffPart *) parts->pdata[i - 1])->kind == '-')
        g_string_append_c (markup, ' ');
      if (part->kind == '-')
        g_string_append_printf (markup, "<s>%s</s>", escaped);
      else if (part->kind == '+')
        g_string_append_printf (markup, "<b><u>%s</u></b>", escaped);
      else
        g_string_append (markup, escaped);
    }
  return g_string_free (markup, FALSE);
}

static GtkWidget *
make_difference (AccordRecord *before, AccordRecord *after, guint field)
{
  const AccordField *described = &accord_record_get_kind (after)->fields[field];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = accord_page_label (NULL, NULL);
  g_autofree char *old = accord_record_dup_display (before, field);
  g_autofree char *new = accord_record_dup_display (after, field);
  g_autofree char *markup = accord_versions_dup_markup (accord_record_is_empty (before, field) ? NULL : old,
                                                        accord_record_is_empty (after, field) ? NULL : new);

  gtk_box_append (GTK_BOX (box), accord_page_label (_ (described->label), "caption-line"));
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* "22 Nov 2026, 04:47", in the time of this place. */
static char *
dup_moment (const char *at)
{
  g_autoptr (GDateTime) utc = at != NULL ? g_date_time_new_from_iso8601 (at, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  /* Translators: a day and a time, in the form of g_date_time_format(). */
  return local != NULL ? g_date_time_format (local, _ ("%-d %b %Y, %H:%M")) : g_strdup ("");
}

static char *
dup_words (const AccordCaseVersion *version, gboolean first)
{
  g_autofree char *moment = dup_moment (version->at);

  if (first)
    return g_strdup_printf (_ ("recorded %s"), moment);
  if (version->changed->len == 0)
    return g_strdup_printf (_ ("recorded %s; the case is as in the version before"), moment);
  return g_strdup_printf (ngettext ("recorded %s; %u field differs from the version before",
                                    "recorded %s; %u fields differ from the version before",
                                    version->changed->len),
                          moment, version->changed->len);
}

static GtkWidget *
make_row (AccordVersionsCard *self, guint index)
{
  const AccordCaseVersion *version = self->versions->pdata[index];
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *read = accord_page_button (_ ("Read"));
  g_autofree char *words = dup_words (version, index == 0);
  g_autofree char *name = g_strdup_printf (_ ("Read the version “%s”"), version->name);

  gtk_box_append (GTK_BOX (text), accord_page_label (version->name, "first-line"));
  gtk_box_append (GTK_BOX (text), accord_page_label (words, "second-line"));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (read, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (read), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (read), "accord-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (read, "clicked", G_CALLBACK (on_read), self, 0);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), read);
  gtk_box_append (GTK_BOX (row), line);
  if (index > 0 && version->changed->len > 0)
    {
      const AccordCaseVersion *before = self->versions->pdata[index - 1];
      GtkWidget *expander = gtk_expander_new (_ ("What differs"));
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

      /* GTK 4.8 would call it after its class. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("What differs"), -1);
      gtk_widget_add_css_class (expander, "differences");
      for (guint i = 0; i < version->changed->len; i++)
        gtk_box_append (GTK_BOX (box), make_difference (before->record, version->record,
                                                        g_array_index (version->changed, guint, i)));
      gtk_expander_set_child (GTK_EXPANDER (expander), box);
      gtk_box_append (GTK_BOX (row), expander);
    }
  return row;
}

/**
 * accord_versions_card_show:
 * @self: a card
 * @versions: (element-type AccordCaseVersion): the versions of a case, the oldest first
 *
 * Shows the versions, the newest first.
 */
void
accord_versions_card_show (AccordVersionsCard *self, GPtrArray *versions)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  g_return_if_fail (ACCORD_IS_VERSIONS_CARD (self));

  for (guint i = 0; i < versions->len; i++)
    {
      const AccordCaseVersion *version = versions->pdata[i];

      g_string_append_printf (shown, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %s\n",
                              accord_record_get_id (version->record), version->change, version->name,
                              version->at);
    }
  g_ptr_array_ref (versions);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  self->versions = versions;
  if (g_strcmp0 (shown->str, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (shown->str);
  accord_page_empty_box (self->rows);
  for (guint i = versions->len; i > 0; i--)
    gtk_box_append (GTK_BOX (self->rows), make_row (self, i - 1));
}
