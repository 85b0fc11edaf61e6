/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/send-parties.h"

#include "form/page-parts.h"
#include "form/reference-search.h"
#include "form/words.h"

#include <glib/gi18n-lib.h>

/* Who is asked: those that are likely, each with a tick, and a search for others. */
struct _AccordSendParties
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *rows;
  GtkWidget *search;

  AccordWorkspace *workspace;
  GPtrArray *entries;
};

G_DEFINE_FINAL_TYPE (AccordSendParties, accord_send_parties, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  gint64 id;
  char *name;
  gboolean has_key;
  GtkWidget *check;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

static gboolean
is_chosen (const Entry *entry)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (entry->check));
}

static Entry *
find_entry (AccordSendParties *self, gint64 id)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (((Entry *) self->entries->pdata[i])->id == id)
      return self->entries->pdata[i];
  return NULL;
}

static void
on_toggled (AccordSendParties *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gpointer
read_party (AccordReader *reader, gpointer data, GError **error)
{
  return accord_send_party_read (reader, *(const gint64 *) data, error);
}

static void
on_party (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordSendParties) self = data;
  g_autoptr (AccordSendParty) party = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, NULL);

  if (party == NULL || self->workspace == NULL)
    return;
  accord_send_parties_add (self, party, TRUE);
  accord_reference_search_set_text (ACCORD_REFERENCE_SEARCH (self->search), "");
  on_toggled (self);
}

static void
on_found (AccordSendParties *self, gint64 id)
{
  accord_workspace_read_async (self->workspace, read_party, g_memdup2 (&id, sizeof id), g_free,
                               (GDestroyNotify) accord_send_party_free, NULL, on_party, g_object_ref (self));
}

static void
accord_send_parties_dispose (GObject *object)
{
  AccordSendParties *self = ACCORD_SEND_PARTIES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_send_parties_parent_class)->dispose (object);
}

static void
accord_send_parties_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_SEND_PARTIES (object)->entries);

  G_OBJECT_CLASS (accord_send_parties_parent_class)->finalize (object);
}

static void
accord_send_parties_class_init (AccordSendPartiesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_send_parties_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_send_parties_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * AccordSendParties::changed:
   *
   * Others are chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", ACCORD_TYPE_SEND_PARTIES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
accord_send_parties_init (AccordSendParties *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->box = accord_words_new (9);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_hide (self->rows);
  accord_words_append (self->box, self->rows);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * accord_send_parties_new:
 * @workspace: where organisations are kept
 *
 * Returns: (transfer floating): a choice of nobody yet
 */
GtkWidget *
accord_send_parties_new (AccordWorkspace *workspace)
{
  AccordSendParties *self = g_object_new (ACCORD_TYPE_SEND_PARTIES, NULL);
  GtkWidget *field = accord_words_new (3), *entry;

  self->workspace = g_object_ref (workspace);
  self->search = accord_reference_search_new (
      workspace, accord_schema_find_kind (accord_workspace_get_schema (workspace), "organisation"));
  entry = accord_reference_search_get_entry (ACCORD_REFERENCE_SEARCH (self->search));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add an organisation"), -1);
  g_signal_connect_object (self->search, "chosen", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  accord_words_append (field, accord_page_label (_ ("Add an organisation"), "caption-line"));
  accord_words_append (field, self->search);
  accord_words_append (self->box, field);
  return GTK_WIDGET (self);
}

/**
 * accord_send_parties_add:
 * @self: a choice
 * @party: an organisation
 * @chosen: whether it is chosen from the beginning
 *
 * Offers an organisation, once.
 */
void
accord_send_parties_add (AccordSendParties *self, const AccordSendParty *party, gboolean chosen)
{
  Entry *entry = find_entry (self, party->id);
  GtkWidget *words;
  const char *key = party->has_key ? party->words : _ ("No key is trusted for them yet");
  g_autofree char *name = g_strdup_printf ("%s, %s", party->name, key);

  g_return_if_fail (ACCORD_IS_SEND_PARTIES (self));

  if (entry != NULL)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (entry->check), chosen || is_chosen (entry));
      return;
    }
  entry = g_new0 (Entry, 1);
  entry->id = party->id;
  entry->name = g_strdup (party->name);
  entry->has_key = party->has_key;
  entry->check = gtk_check_button_new ();
  words = accord_words_new (1);
  accord_words_append (words, accord_page_label (party->name, "first-line"));
  accord_words_append (words, accord_page_label (key, "second-line"));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (entry->check), words);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (entry->check), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry->check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->rows), entry->check);
  gtk_widget_show (self->rows);
  g_ptr_array_add (self->entries, entry);
}

/**
 * accord_send_parties_dup_chosen:
 * @self: a choice
 *
 * Returns: (transfer full) (element-type gint64): who is chosen
 */
GArray *
accord_send_parties_dup_chosen (AccordSendParties *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = self->entries->pdata[i];

      if (is_chosen (entry))
        g_array_append_val (ids, entry->id);
    }
  return ids;
}

static char *
join_names (AccordSendParties *self, gboolean without_key, guint *n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = self->entries->pdata[i];

      if (is_chosen (entry) && !(without_key && entry->has_key))
        g_ptr_array_add (names, entry->name);
    }
  if (n != NULL)
    *n = names->len;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/**
 * accord_send_parties_dup_without_key:
 * @self: a choice
 * @n: (out): how many they are
 *
 * Returns: (transfer full): who is chosen without a key being trusted for them
 */
char *
accord_send_parties_dup_without_key (AccordSendParties *self, guint *n)
{
  return join_names (self, TRUE, n);
}

/**
 * accord_send_parties_dup_names:
 * @self: a choice
 *
 * Returns: (transfer full): who is chosen
 */
char *
accord_send_parties_dup_names (AccordSendParties *self)
{
  return join_names (self, FALSE, NULL);
}

/**
 * accord_send_parties_focus:
 * @self: a choice
 *
 * Puts the keyboard where somebody can be chosen.
 */
void
accord_send_parties_focus (AccordSendParties *self)
{
  if (self->entries->len > 0)
    gtk_widget_grab_focus (((Entry *) self->entries->pdata[0])->check);
  else
    gtk_widget_grab_focus (accord_reference_search_get_entry (ACCORD_REFERENCE_SEARCH (self->search)));
}
