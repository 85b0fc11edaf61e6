/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-pack.h"

#include <glib/gi18n-lib.h>

#include "open-pack.h"
#include "own-key.h"
#include "pack-error.h"
#include "pack-text.h"
#include "trust.h"

/**
 * Judged:
 * @pack: a pack
 * @own: (nullable): the key of who runs the command
 * @known: whether anybody was asked
 * @trust: what the workspace says of who signed
 * @sentence: (nullable): the same in words
 *
 * Whether those who use a workspace trust the key that signed.
 */
typedef struct
{
  AccordPack *pack;
  AccordPublicKey *own;
  gboolean known;
  AccordTrust trust;
  char *sentence;
} Judged;

static const char *const nicks[] = {
  [ACCORD_TRUST_OWN] = "own",
  [ACCORD_TRUST_TRUSTED] = "trusted",
  [ACCORD_TRUST_NEW] = "new",
  [ACCORD_TRUST_CHANGED] = "changed",
};

static gpointer
judge (AccordReader *reader, gpointer data, GError **error)
{
  Judged *self = data;
  AccordPublicKey *key = accord_pack_get_signer (self->pack);
  g_autoptr (GError) problem = NULL;
  gint64 organisation =
      accord_trust_find_organisation (reader, accord_pack_get_manifest (self->pack)->from, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (self->own != NULL && accord_public_key_equal (self->own, key))
    self->trust = ACCORD_TRUST_OWN;
  else if (!accord_trust_judge (reader, organisation, key, &self->trust, error))
    return NULL;
  self->sentence = accord_trust_dup_sentence (reader, organisation, key, self->trust);
  self->known = TRUE;
  return self;
}

/* Only a workspace that is named: one that happens to lie here may know nothing of it. */
static gboolean
ask_workspace (AccordRun *run, Judged *self, GError **error)
{
  const char *named = g_getenv ("ACCORD_WORKSPACE");
  g_autoptr (AccordKeyPair) pair = NULL;

  if (run->options->workspace == NULL && (named == NULL || *named == '\0'))
    return TRUE;
  if (!accord_cli_open_workspace (run, error))
    return FALSE;
  /* Whoever has no key, or one that does not open here, did not sign with it. */
  pair = accord_own_key_load (run, NULL);
  self->own = pair != NULL ? accord_key_pair_get_public (pair) : NULL;
  return accord_workspace_read (run->workspace, judge, self, run->cancellable, error) != NULL;
}

static void
write_json (AccordRun *run, const Judged *judged)
{
  AccordJson json;

  accord_json_init (&json, run->output);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "file", accord_pack_get_file_name (judged->pack));
  accord_json_member_boolean (&json, "whole", TRUE);
  accord_json_member_string (&json, "sealed",
                             accord_cli_pack_lock_nick (accord_pack_get_lock (judged->pack)));
  accord_cli_write_signer (&json, judged->pack);
  accord_json_member_string (&json, "trust", judged->known ? nicks[judged->trust] : NULL);
  accord_json_end_object (&json);
}

static void
write_words (AccordRun *run, const Judged *judged)
{
  const guint n = accord_pack_get_manifest (judged->pack)->parts->len;

  accord_output_printf (run->output,
                        ngettext ("The pack is whole: its one part is as it was signed.",
                                  "The pack is whole: all %u parts are as they were signed.", n),
                        n);
  accord_output_printf (run->output, "\n");
  accord_cli_write_signer_words (run->output, judged->pack);
  accord_output_printf (run->output, "%s\n",
                        judged->known
                            ? judged->sentence
                            : _ ("Whether that is their key is not known here: no workspace was named."));
}

/**
 * accord_command_pack_verify:
 * @run: the run
 * @error: return location for an error
 *
 * Says whether a pack is whole and signed and, where a workspace is named, whether that key is trusted there.
 *
 * Returns: %ACCORD_EXIT_REJECTED for a key that nobody has trusted yet, or that is not the trusted one
 */
AccordExit
accord_command_pack_verify (AccordRun *run, GError **error)
{
  g_autoptr (AccordPack) pack = accord_cli_open_pack (run, run->arguments[1], error);
  Judged judged = { .pack = pack };
  g_autofree char *sentence = NULL;

  if (pack == NULL || !ask_workspace (run, &judged, error))
    return ACCORD_EXIT_BROKEN;
  sentence = judged.sentence;
  if (run->options->json)
    write_json (run, &judged);
  else if (!judged.known || judged.trust != ACCORD_TRUST_CHANGED)
    write_words (run, &judged);
  if (judged.known && judged.trust == ACCORD_TRUST_CHANGED)
    g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_KEY, "“%s”: %s",
                 accord_pack_get_file_name (pack), sentence);
  return judged.known && judged.trust == ACCORD_TRUST_NEW ? ACCORD_EXIT_REJECTED : ACCORD_EXIT_DONE;
}
