/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio/money-entry.h"

#include "form/page-parts.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MONEY_CHARS 14
/* What is typed is taken over when the typing stops. */
#define SETTLE_MS 350

/* A sum of money that may be left open, taken over as it is typed; below it what is wrong with it. */
struct _AccordMoneyEntry
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkWidget *notice;
  gint64 pence;
  guint settle;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (AccordMoneyEntry, accord_money_entry, GTK_TYPE_WIDGET)

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A sum, nothing for one that is open, or something that is none, with @error set. */
static gboolean
read_pence (AccordMoneyEntry *self, gint64 *pence, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  *pence = ACCORD_MONEY_UNKNOWN;
  if (text[strspn (text, " ")] == '\0')
    return TRUE;
  if (!accord_money_parse (text, pence, error))
    return FALSE;
  if (*pence >= 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("A limit below nought leaves no money for anything."));
  return FALSE;
}

static void
show_fault (AccordMoneyEntry *self, const GError *fault)
{
  gtk_label_set_label (GTK_LABEL (self->notice), fault != NULL ? fault->message : "");
  gtk_widget_set_visible (self->notice, fault != NULL);
  if (fault != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               fault != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (fault != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    fault->message, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
take_over (AccordMoneyEntry *self)
{
  g_autoptr (GError) fault = NULL;
  gint64 pence;

  g_clear_handle_id (&self->settle, g_source_remove);
  read_pence (self, &pence, &fault);
  show_fault (self, fault);
  if (fault != NULL || pence == self->pence)
    return;
  self->pence = pence;
  g_signal_emit (self, signals[ENTERED], 0, pence);
}

static gboolean
on_settled (gpointer data)
{
  AccordMoneyEntry *self = data;

  self->settle = 0;
  take_over (self);
  return G_SOURCE_REMOVE;
}

static void
on_typed (AccordMoneyEntry *self)
{
  if (self->quiet)
    return;
  g_clear_handle_id (&self->settle, g_source_remove);
  self->settle = g_timeout_add (SETTLE_MS, on_settled, self);
}

static void
accord_money_entry_dispose (GObject *object)
{
  AccordMoneyEntry *self = ACCORD_MONEY_ENTRY (object);

  g_clear_handle_id (&self->settle, g_source_remove);
  self->quiet = TRUE;
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->notice, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_money_entry_parent_class)->dispose (object);
}

static void
accord_money_entry_class_init (AccordMoneyEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_money_entry_dispose;

  /**
   * AccordMoneyEntry::entered:
   * @pence: a sum, or %ACCORD_MONEY_UNKNOWN for none
   *
   * A person typed another sum than before.
   */
  signals[ENTERED] = g_signal_new ("entered", ACCORD_TYPE_MONEY_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
accord_money_entry_init (AccordMoneyEntry *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->pence = ACCORD_MONEY_UNKNOWN;
  self->entry = gtk_entry_new ();
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), MONEY_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), MONEY_CHARS);
  gtk_widget_add_css_class (self->entry, "tabular");
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (take_over), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  self->notice = accord_page_label (NULL, "money-fault");
  gtk_label_set_max_width_chars (GTK_LABEL (self->notice), MONEY_CHARS);
  gtk_widget_hide (self->notice);
  gtk_widget_set_parent (self->notice, GTK_WIDGET (self));
}

/**
 * accord_money_entry_new:
 * @label: what the sum is, for a screen reader
 *
 * Returns: (transfer floating): an entry that is left open
 */
GtkWidget *
accord_money_entry_new (const char *label)
{
  AccordMoneyEntry *self = g_object_new (ACCORD_TYPE_MONEY_ENTRY, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * accord_money_entry_show:
 * @self: an entry
 * @pence: a sum, or %ACCORD_MONEY_UNKNOWN for none
 *
 * Shows a sum, unless a person is typing one: that stays as it is typed.
 */
void
accord_money_entry_show (AccordMoneyEntry *self, gint64 pence)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ACCORD_IS_MONEY_ENTRY (self));

  if (gtk_widget_get_focus_child (self->entry) != NULL || self->settle != 0)
    return;
  if (pence != ACCORD_MONEY_UNKNOWN)
    text = accord_money_format (pence, ACCORD_MONEY_LEDGER);
  self->quiet = TRUE;
  self->pence = pence;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  self->quiet = FALSE;
  show_fault (self, NULL);
}

/**
 * accord_money_entry_set_hint:
 * @self: an entry
 * @hint: (nullable): what counts while it is left open
 */
void
accord_money_entry_set_hint (AccordMoneyEntry *self, const char *hint)
{
  g_return_if_fail (ACCORD_IS_MONEY_ENTRY (self));

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), hint);
}
