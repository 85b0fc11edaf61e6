/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/send-protection.h"

#include "form/page-parts.h"
#include "form/words.h"

#include <glib/gi18n-lib.h>

#define N_WAYS 3
#define SHORTEST 8

/* Who may open a pack: three ways, the safest first. */
struct _AccordSendProtection
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *ways[N_WAYS];
  GtkWidget *without;
  GtkWidget *secret;
  GtkWidget *passphrase;
  GtkWidget *again;
  GtkWidget *warning;
  gboolean touched;
  gboolean settling;
};

G_DEFINE_FINAL_TYPE (AccordSendProtection, accord_send_protection, GTK_TYPE_WIDGET)

static void
update (AccordSendProtection *self)
{
  const AccordProtection way = accord_send_protection_get (self);

  gtk_widget_set_visible (self->secret, way == ACCORD_PROTECTION_PASSPHRASE);
  gtk_widget_set_visible (self->warning, way == ACCORD_PROTECTION_NONE);
  if (!self->settling)
    self->touched = TRUE;
}

static void
accord_send_protection_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_SEND_PROTECTION (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_send_protection_parent_class)->dispose (object);
}

static void
accord_send_protection_class_init (AccordSendProtectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_send_protection_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_way (AccordSendProtection *self, AccordProtection way, const char *title, const char *words)
{
  GtkWidget *lines = accord_words_new (1);

  self->ways[way] = gtk_check_button_new ();
  accord_words_append (lines, accord_page_label (title, "first-line"));
  accord_words_append (lines, accord_page_label (words, "second-line"));
  if (way == ACCORD_PROTECTION_KEYS)
    {
      self->without = accord_page_label (NULL, "field-error");
      gtk_widget_hide (self->without);
      accord_words_append (lines, self->without);
    }
  else
    gtk_check_button_set_group (GTK_CHECK_BUTTON (self->ways[way]),
                                GTK_CHECK_BUTTON (self->ways[ACCORD_PROTECTION_KEYS]));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->ways[way]), lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ways[way]), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  g_signal_connect_object (self->ways[way], "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  accord_words_append (self->box, self->ways[way]);
}

static GtkWidget *
add_secret (AccordSendProtection *self, const char *label)
{
  GtkWidget *field = accord_words_new (3), *entry = gtk_entry_new ();

  gtk_entry_set_visibility (GTK_ENTRY (entry), FALSE);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_PASSWORD);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  accord_words_append (field, accord_page_label (label, "caption-line"));
  accord_words_append (field, entry);
  accord_words_append (self->secret, field);
  return entry;
}

static void
accord_send_protection_init (AccordSendProtection *self)
{
  self->settling = TRUE;
  self->box = accord_words_new (12);
  add_way (self, ACCORD_PROTECTION_KEYS, _ ("Sealed to their keys"),
           _ ("Only those who are asked can open it, with the keys that are trusted for them here."));
  add_way (self, ACCORD_PROTECTION_PASSPHRASE, _ ("Sealed with a passphrase"),
           _ ("Whoever knows it can open it. Tell it by telephone, never together with the file."));
  self->secret = accord_words_new (9);
  gtk_widget_set_margin_start (self->secret, 30);
  self->passphrase = add_secret (self, _ ("Passphrase"));
  self->again = add_secret (self, _ ("The same passphrase again"));
  accord_words_append (self->box, self->secret);
  add_way (self, ACCORD_PROTECTION_NONE, _ ("Signed only"),
           _ ("Partners see that it is yours and that nothing was changed."));
  self->warning = accord_page_label (
      _ ("Whoever gets hold of the file can read it. Choose this only for a case that may be public."),
      "notice");
  gtk_widget_add_css_class (self->warning, "inset");
  accord_words_append (self->box, self->warning);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->ways[ACCORD_PROTECTION_KEYS]), TRUE);
  update (self);
  self->settling = FALSE;
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * accord_send_protection_new:
 *
 * Returns: (transfer floating): a choice of who may open a pack
 */
GtkWidget *
accord_send_protection_new (void)
{
  return g_object_new (ACCORD_TYPE_SEND_PROTECTION, NULL);
}

/**
 * accord_send_protection_set_without_key:
 * @self: a choice
 * @names: those who are asked and have no key that is trusted
 * @n: how many they are
 *
 * Says who stands in the way of sealing it to keys. Until a person chose, the safest way that there is is
 * chosen.
 */
void
accord_send_protection_set_without_key (AccordSendProtection *self, const char *names, guint n)
{
  g_autofree char *words = g_strdup_printf (
      ngettext ("No key is trusted yet for %s.", "No keys are trusted yet for %s.", n), names);
  GtkWidget *keys = self->ways[ACCORD_PROTECTION_KEYS];

  g_return_if_fail (ACCORD_IS_SEND_PROTECTION (self));

  self->settling = TRUE;
  gtk_label_set_label (GTK_LABEL (self->without), words);
  gtk_widget_set_visible (self->without, n > 0);
  gtk_widget_set_sensitive (keys, n == 0);
  if (n > 0 && gtk_check_button_get_active (GTK_CHECK_BUTTON (keys)))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->ways[ACCORD_PROTECTION_PASSPHRASE]), TRUE);
  else if (n == 0 && !self->touched)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (keys), TRUE);
  self->settling = FALSE;
}

/**
 * accord_send_protection_get:
 * @self: a choice
 *
 * Returns: what is chosen
 */
AccordProtection
accord_send_protection_get (AccordSendProtection *self)
{
  for (guint i = 0; i < N_WAYS; i++)
    if (self->ways[i] != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->ways[i])))
      return (AccordProtection) i;
  return ACCORD_PROTECTION_KEYS;
}

/**
 * accord_send_protection_get_passphrase:
 * @self: a choice
 *
 * Returns: (transfer none): what was typed as passphrase
 */
const char *
accord_send_protection_get_passphrase (AccordSendProtection *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->passphrase));
}

/**
 * accord_send_protection_find_fault:
 * @self: a choice
 * @where: (out): where it is mended
 *
 * Returns: (transfer none) (nullable): what stands against it
 */
const char *
accord_send_protection_find_fault (AccordSendProtection *self, GtkWidget **where)
{
  const char *passphrase = accord_send_protection_get_passphrase (self);

  if (accord_send_protection_get (self) != ACCORD_PROTECTION_PASSPHRASE)
    return NULL;
  *where = self->passphrase;
  if (g_utf8_strlen (passphrase, -1) < SHORTEST)
    return _ ("A passphrase of eight letters or more keeps the case safe; several words are best.");
  *where = self->again;
  return g_strcmp0 (passphrase, gtk_editable_get_text (GTK_EDITABLE (self->again))) == 0
             ? NULL
             : _ ("The two passphrases are not the same.");
}
