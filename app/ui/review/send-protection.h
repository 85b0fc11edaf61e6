/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_SEND_PROTECTION (accord_send_protection_get_type ())
G_DECLARE_FINAL_TYPE (AccordSendProtection, accord_send_protection, ACCORD, SEND_PROTECTION, GtkWidget)

/**
 * AccordProtection:
 * @ACCORD_PROTECTION_KEYS: sealed to the trusted keys of all that are asked
 * @ACCORD_PROTECTION_PASSPHRASE: sealed with a passphrase
 * @ACCORD_PROTECTION_NONE: signed only
 *
 * Who may open a pack.
 */
typedef enum
{
  ACCORD_PROTECTION_KEYS,
  ACCORD_PROTECTION_PASSPHRASE,
  ACCORD_PROTECTION_NONE,
} AccordProtection;

GtkWidget *accord_send_protection_new (void);
void accord_send_protection_set_without_key (AccordSendProtection *self, const char *names, guint n);
AccordProtection accord_send_protection_get (AccordSendProtection *self);
const char *accord_send_protection_get_passphrase (AccordSendProtection *self);
const char *accord_send_protection_find_fault (AccordSendProtection *self, GtkWidget **where);

G_END_DECLS
