/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "manifest.h"
#include "public-key.h"
#include "writer.h"

G_BEGIN_DECLS

/**
 * AccordTrust:
 * @ACCORD_TRUST_OWN: it is this person's own key, as who has that key at hand can tell
 * @ACCORD_TRUST_TRUSTED: the organisation's key, as a person trusted it
 * @ACCORD_TRUST_NEW: nobody here has said yet whether it is theirs
 * @ACCORD_TRUST_CHANGED: not the key that is trusted for that organisation: refused
 */
typedef enum
{
  ACCORD_TRUST_OWN,
  ACCORD_TRUST_TRUSTED,
  ACCORD_TRUST_NEW,
  ACCORD_TRUST_CHANGED,
} AccordTrust;

/* The organisation that a party of a pack is, by uid, ODS code, GSS code or name; 0 where there is none, or
 * where a name fits several. */
gint64 accord_trust_find_organisation (AccordReader *reader, const AccordPackParty *party, GError **error);
gboolean accord_trust_judge (AccordReader *reader, gint64 organisation, AccordPublicKey *key,
                             AccordTrust *trust, GError **error);
/* A sentence on it that names who, since when, and by whom; both sets of words where the key changed. */
char *accord_trust_dup_sentence (AccordReader *reader, gint64 organisation, AccordPublicKey *key,
                                 AccordTrust trust);
/* The key an organisation is known by; %NULL without @error where there is none. */
AccordPublicKey *accord_trust_get_key (AccordReader *reader, gint64 organisation, GError **error);
/* Pins a key. Another one is refused with %ACCORD_PACK_ERROR_KEY unless @replace, which only a person says.
 */
gboolean accord_trust_pin (AccordWriter *writer, gint64 organisation, AccordPublicKey *key, const char *today,
                           const char *who, gboolean replace, GError **error);

G_END_DECLS
