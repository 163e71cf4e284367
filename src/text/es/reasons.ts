// Why a notice was posted, waits or was not posted, in Spanish: one entry for every name in domain/reason.ts, or it does not compile.
import type { Reason } from "../../domain/reason.ts";
import type { ReasonWords } from "../en/reasons.ts";

const UNSURE =
  "así que no se sabe si el mensaje llegó. Vigía lo comprueba antes de intentarlo otra vez: nunca publica uno dos veces.";
const OURS = "Es una falla de Vigía; quedó anotada para quien lo administra.";

export const reasons: Readonly<Record<Reason, ReasonWords>> = {
  "rate-limited": {
    short: "Discord pidió esperar",
    full: "Discord le pidió a Vigía que espere. Se intenta otra vez apenas Discord lo permita.",
  },
  "discord-down": {
    short: "Discord estaba fallando",
    full: "Discord mismo estaba fallando. Se intenta otra vez hasta que funcione o hasta que el aviso ya no sirva.",
  },
  "timed-out": { short: "Discord no respondió", full: `Discord no respondió a tiempo, ${UNSURE}` },
  "connection-lost": { short: "se cortó la conexión", full: `La conexión con Discord se cortó a la mitad, ${UNSURE}` },
  "not-reached": {
    short: "no hubo conexión con Discord",
    full: "No hubo conexión con Discord y no se envió nada. Se intenta otra vez.",
  },
  "bad-token": {
    short: "Discord no deja entrar a Vigía",
    full: "Discord rechaza la clave de acceso de Vigía. Quien lo administra tiene que actuar: hasta entonces no sale ningún aviso a ninguna parte.",
  },
  blocked: {
    short: "lo rechazó Discord o un filtro de la red",
    full: "Discord, o un filtro de la red antes de él, rechazó la solicitud de Vigía sin revisarla. Se intenta cada minuto; quien administra Vigía debería revisarlo.",
  },
  "odd-answer": {
    short: "la respuesta de Discord no se entendió",
    full: `La respuesta de Discord no se pudo leer, ${UNSURE}`,
  },
  forbidden: {
    short: "Vigía no puede publicar en el canal",
    full: "Vigía no puede publicar en el canal. Alguien que lo gestione tiene que permitirle: Ver canal, Enviar mensajes, Insertar enlaces. (Ajustes del canal, Permisos, añadir Vigía.)",
  },
  "no-such-channel": {
    short: "el canal ya no existe",
    full: "El canal fue eliminado, o Vigía ya no puede verlo («Ver canal»).",
  },
  "channel-closed": {
    short: "el canal no recibe mensajes",
    full: "El canal no recibe mensajes. Puede ser un hilo cerrado o bloqueado, o alguien que desactivó sus mensajes directos.",
  },
  "refused-form": {
    short: "Discord rechazó el mensaje",
    full: `Discord rechazó el mensaje tal como estaba escrito. ${OURS}`,
  },
  "blocked-by-moderation": {
    short: "lo detuvo la moderación del servidor",
    full: "La moderación automática del servidor (AutoMod) detuvo el mensaje. Quien gestiona el servidor puede exceptuar a Vigía de esa regla.",
  },
  "no-history": {
    short: "puede estar en el canal; Vigía no puede comprobarlo",
    full: "El mensaje puede estar ya en el canal, y sin «Leer el historial de mensajes» Vigía no puede comprobarlo. No se publica otra vez, para que nadie lo lea dos veces. Mira en el canal y permite allí «Leer el historial de mensajes».",
  },
  "cannot-answer": {
    short: "Discord no lo aceptó como respuesta",
    full: "Sin «Leer el historial de mensajes» Discord no acepta respuestas a otro mensaje; se publica con un enlace al anterior.",
  },
  "message-deleted": {
    short: "alguien borró el mensaje",
    full: "Alguien borró el mensaje anterior; ya no había nada que corregir.",
  },
  "no-leave-for-events": {
    short: "Vigía no puede crear eventos en este servidor",
    full: "Vigía no puede crear eventos en este servidor. Quien administra los roles tiene que dar al rol de Vigía el permiso “Crear eventos”; Vigía vuelve a probar sola dentro de seis horas.",
  },
  "no-leave-for-threads": {
    short: "Vigía no puede abrir hilos en el canal",
    full: "El aviso está publicado; solo falta su hilo. Quien administra el canal tiene que permitir a Vigía “Crear hilos públicos”.",
  },
  "too-many-events": {
    short: "la lista de eventos del servidor está llena",
    full: "Discord guarda como máximo 100 eventos por servidor. Cuando se quiten algunos, Vigía vuelve a probar sola dentro de seis horas.",
  },
  "in-time": { short: "por publicarse", full: "Está por publicarse." },
  late: {
    short: "por publicarse, con atraso",
    full: "Vigía lo notó con atraso. Está por publicarse y dirá cuánto atraso lleva.",
  },
  "channel-paused": {
    short: "el canal está cerrado para Vigía: no pudo publicar allí",
    full: "Vigía no pudo publicar en el canal; sus avisos esperan hasta que pueda.",
  },
  "quiet-hours": {
    short: "horas de silencio del canal",
    full: "Son las horas de silencio del canal. Espera, y al terminar una sola nota dice qué sigue vigente.",
  },
  "paused-by-people": {
    short: "los avisos están en pausa",
    full: "Alguien puso en pausa los avisos del canal. Espera, y al terminar una sola nota dice qué sigue vigente.",
  },
  "told-after-quiet": {
    short: "lo dice la nota que llegó después del silencio",
    full: "Esperó mientras el canal estaba en silencio. Lo dice la única nota que el canal recibió después.",
  },
  "over-in-quiet": {
    short: "pasó antes de que terminara el silencio",
    full: "Esperó mientras el canal estaba en silencio, y pasó o dejó de ser así antes de que terminara.",
  },
  "told-with-quiet": {
    short: "lo dice la nota de después del silencio y la falla",
    full: "Vigía no funcionaba cuando terminó el silencio. Lo dice la única nota que el canal recibió después.",
  },
  "not-asked-any-more": {
    short: "se desactivó mientras esperaba",
    full: "Esperó mientras el canal estaba en silencio. Entretanto cambiaron los avisos del canal, y este ya no se pide.",
  },
  "begin-never-shown": {
    short: "aquí no se mostró su comienzo",
    full: "El toque empezó mientras el canal estaba en silencio y aquí no se avisó: tampoco se avisa su fin.",
  },
  "over-before-we-were-back": {
    short: "Vigía no funcionaba y para entonces ya había terminado",
    full: "Vigía no funcionaba, o su reloj estaba mal, cuando tocaba este aviso, y al volver ya había terminado. El aviso de la falla lo menciona.",
  },
  "summed-up": {
    short: "lo menciona el resumen de después de la falla",
    full: "Esperó durante una falla hasta que ya había terminado. Lo menciona el resumen único que el canal recibió después.",
  },
  "told-by-the-change": {
    short: "lo dijo otro aviso",
    full: "Otro aviso a este canal, el del cambio mismo, ya lo dice. No se repite.",
  },
  "begun-already": {
    short: "el toque ya había empezado",
    full: "Era para antes de que empezara el toque, y el toque empezó antes de que Vigía pudiera anotarlo.",
  },
  "over-already": {
    short: "el toque ya había terminado",
    full: "Era para antes de que terminara el toque, y el toque terminó antes de que Vigía pudiera anotarlo.",
  },
  "begun-again": {
    short: "para entonces ya había empezado el siguiente toque",
    full: "Esperó hasta que en los mismos lugares ya había empezado el siguiente toque. El aviso de ese dice qué rige ahora.",
  },
  "not-begun-by-then": {
    short: "a esa hora el toque aún no empezaba",
    full: "Era para tanto tiempo antes del final que a esa hora el toque aún no empezaba. El comienzo del toque tiene su propio aviso.",
  },
  "told-nearer-to-it": {
    short: "se envió en su lugar un aviso posterior",
    full: "Varios avisos del mismo toque tocaban a la vez; solo se envió el último.",
  },
  "next-summary-tells": {
    short: "no salió a su hora, y el siguiente resumen lo cuenta",
    full: "A la hora de este resumen los avisos del canal estaban en pausa, o Vigía no funcionaba o su reloj estaba mal, y su día ya había pasado. El siguiente resumen cuenta también lo de este.",
  },
  posting: {
    short: "se está publicando",
    full: "Se está publicando en este momento. Si Vigía se interrumpió mientras tanto, lo comprueba antes de intentarlo otra vez.",
  },
  editing: { short: "se está corrigiendo", full: "El mensaje anterior se está corrigiendo en este momento." },
  delivered: { short: "entregado", full: "Discord confirmó el mensaje." },
  "found-in-channel": {
    short: "entregado, encontrado en el canal",
    full: "La confirmación de Discord se perdió; Vigía miró en el canal y el mensaje estaba allí. No se publicó dos veces.",
  },
  "put-right": { short: "corregido", full: "El mensaje anterior se corrigió en su sitio." },
  "never-posted": {
    short: "no había mensaje anterior",
    full: "Era para corregir un mensaje anterior, y ese nunca llegó al canal.",
  },
  forgotten: {
    short: "se borró todo lo guardado de este servidor",
    full: "Alguien borró todo lo que Vigía guardaba de este servidor.",
  },
  "subscription-ended": {
    short: "los avisos del canal ya estaban detenidos",
    full: "Alguien detuvo los avisos del canal antes de que este se publicara.",
  },
  expired: {
    short: "no se pudo publicar antes de que dejara de servir",
    full: "No se pudo publicar antes de que dejara de servir, y un aviso vencido no se publica.",
  },
  "could-not-render": { short: "Vigía no pudo redactarlo", full: `Vigía no pudo ponerlo en palabras. ${OURS}` },
  "no-longer-in-the-record": {
    short: "ya no está en el registro de Vigía",
    full: "Lo que decía ya no estaba en el registro de Vigía cuando llegó su turno.",
  },
  "no-longer-so": {
    short: "ya no era cierto cuando llegó su turno",
    full: "Cuando llegó su turno ya no era cierto, así que no se publicó.",
  },
  "answer-changed": {
    short: "la respuesta había cambiado",
    full: "La respuesta decía otra cosa cuando se iba a publicar, y no se publica nada en nombre de alguien que no lo ha leído.",
  },
  "checked-in-time": {
    short: "alguien ya había respondido",
    full: "Alguien lo confirmó antes de que se publicara la pregunta.",
  },
  "event-made": {
    short: "puesto en la lista de eventos",
    full: "El toque de queda se puso en la lista de eventos del servidor.",
  },
  "event-changed": {
    short: "entrada puesta al día",
    full: "La entrada en la lista de eventos del servidor se puso al día.",
  },
  "event-stands": {
    short: "la entrada ya estaba como debía",
    full: "La entrada en la lista de eventos del servidor ya estaba como debía.",
  },
  "event-ended": {
    short: "se quitó de la lista: no queda nada del toque",
    full: "No quedaba nada del toque de queda, así que su entrada se quitó de la lista de eventos del servidor.",
  },
  "event-removed": {
    short: "se quitó de la lista: nadie la quiere allí",
    full: "Ningún canal de este servidor la quiere ya en la lista de eventos, así que la entrada se quitó.",
  },
  "event-deleted": {
    short: "alguien quitó la entrada",
    full: "Alguien quitó la entrada de la lista de eventos del servidor. Vigía no la vuelve a crear.",
  },
  "event-too-far": {
    short: "empieza en más de 14 días",
    full: "El toque de queda empieza en más de 14 días. Entra en la lista de eventos del servidor cuando esté más cerca.",
  },
  "event-without-end": {
    short: "no se sabe cuándo termina",
    full: "No se sabe cuándo termina el toque de queda, y Discord no acepta eventos sin final. Entra en la lista de eventos del servidor cuando se sepa.",
  },
  "thread-opened": { short: "abierto", full: "El hilo se abrió debajo del aviso." },
};
